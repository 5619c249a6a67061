(function () {
  var names = ['CentralAuthAnon', 'CentralAuthAnonTopLevel'], i;
  try {
    localStorage.removeItem('CentralAuthAnon');
  } catch (e) {}
  for (i = 0; i < names.length; i++) {
    if (document.cookie.indexOf(names[i] + '=') >= 0) {
      document.cookie = names[i] + '=0; expires=Thu, 01 Jan 1970 00:00:01 GMT; path=/';
    }
  }
}());
