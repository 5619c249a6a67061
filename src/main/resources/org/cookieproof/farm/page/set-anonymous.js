(function () {
  var until = new Date().getTime() + 86400000;
  try {
    localStorage.setItem('CentralAuthAnon', String(until));
  } catch (e) {
    document.cookie = 'CentralAuthAnon=1; expires=' + new Date(until).toUTCString() + '; path=/';
  }
}());
