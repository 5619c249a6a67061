# By the API: Karate's own jar, a map by name, does not get through the form's hops over the central host.
Feature: What logout/by-api does, as one writes it in Karate

Background:
  * def base = karate.properties['bench.base']
  * configure proxy = karate.properties['bench.proxy']
  * configure ssl = true
  * configure printEnabled = false
  * def api = base + '/w/api.php'
  * def json = { format: 'json', formatversion: '2' }

@setup
Scenario: one row for each flow
  * def accounts = JSON.parse(karate.properties['bench.accounts'])
  * def rows = karate.repeat(karate.properties['bench.flows'] * 1, function(i){ return accounts[i % accounts.length] })

Scenario Outline: log in, log out, and be signed out
  Given url api
  And params { action: 'query', meta: 'tokens', type: 'login', format: 'json', formatversion: '2' }
  When method get
  Then status 200
  * def token = response.query.tokens.logintoken
  Given url api
  And form fields { action: 'clientlogin', username: '#(name)', password: '#(password)', format: 'json', formatversion: '2' }
  And form field loginreturnurl = base + '/'
  And form field logintoken = token
  When method post
  Then status 200
  And match response.clientlogin.status == 'PASS'
  * def before = responseCookies
  * def lines = responseHeaders['Set-Cookie']
  And match each lines contains 'path=/'
  And match lines contains '#regex (?i)enwikiSession=.*httponly.*'
  And match lines contains '#regex (?i)centralauth_Session=.*httponly.*'
  Given url base + '/wiki/Main_Page'
  When method get
  * def shown = JSON.parse(/"wgUserName":("(?:[^"\\]|\\.)*"|null)/.exec(response)[1])
  Then match shown == name
  Given url api
  And params { action: 'query', meta: 'userinfo', format: 'json', formatversion: '2' }
  When method get
  Then match response.query.userinfo.name == name
  Given url api
  And params { action: 'query', meta: 'tokens', type: 'csrf', format: 'json', formatversion: '2' }
  When method get
  Then status 200
  * def token = response.query.tokens.csrftoken
  Given url api
  And form fields { action: 'logout', format: 'json', formatversion: '2' }
  And form field token = token
  When method post
  Then status 200
  * def lines = responseHeaders['Set-Cookie']
  And match lines contains '#regex (?i)centralauth_Session=deleted; .*Max-Age=0; .*'
  And match lines contains '#regex (?i)enwikiUserID=deleted; .*Max-Age=0; .*'
  Given url base + '/wiki/Main_Page'
  When method get
  Then match response contains '"wgUserName":null'
  Given url api
  And params { action: 'query', meta: 'userinfo', format: 'json', formatversion: '2' }
  When method get
  Then match response.query.userinfo.anon == true
  # The jar as it was before the logout, once more.
  * configure cookies = null
  Given url base + '/wiki/Main_Page'
  And cookies { enwikiSession: '#(before.enwikiSession.value)', enwikiUserID: '#(before.enwikiUserID.value)' }
  When method get
  Then match response contains '"wgUserName":null'
  Given url api
  And params { action: 'query', meta: 'userinfo', format: 'json', formatversion: '2' }
  And cookies { enwikiSession: '#(before.enwikiSession.value)', enwikiUserID: '#(before.enwikiUserID.value)' }
  When method get
  Then match response.query.userinfo.anon == true

Examples:
  | karate.setup().rows |
