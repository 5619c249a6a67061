(function () {
  var request = new XMLHttpRequest();
  request.onload = function () {
    var answer = JSON.parse(request.responseText), tools, notice, content;
    if (!answer.toolslist) {
      return;
    }
    window.RLCONF.wgUserName = answer.username;
    tools = document.querySelector('#p-personal ul');
    if (tools) {
      tools.innerHTML = answer.toolslist;
    }
    content = document.getElementById('content');
    if (content) {
      notice = document.createElement('p');
      notice.id = 'centralauth-notice';
      notice.className = 'notice';
      notice.textContent = 'You are centrally logged in as ' + answer.username +
        '. Reload the page to apply your user settings.';
      content.insertBefore(notice, content.firstChild);
    }
  };
  request.open('GET', '/wiki/Special:CentralAutoLogin/toolslist?returnto=' +
    encodeURIComponent(window.RLCONF.wgPageName) + '&returntoquery=');
  request.send();
}());
