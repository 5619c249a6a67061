(function () {
  var until = 0, script;
  try {
    until = Number(localStorage.getItem('CentralAuthAnon')) || 0;
  } catch (e) {
    until = /(^|; )CentralAuthAnon=1/.test(document.cookie) ? Infinity : 0;
  }
  if (until > new Date().getTime()) {
    return;
  }
  script = document.createElement('script');
  script.async = true;
  script.src = "CHECK_LOGGED_IN";
  document.body.appendChild(script);
}());
