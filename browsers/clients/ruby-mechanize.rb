# Speaks for one Mechanize at a time; README.md beside this file has the protocol.
require 'base64'
require 'json'
require 'mechanize'

def open_agent(question)
  proxy = URI(question['proxy'])
  agent = Mechanize.new
  agent.set_proxy(proxy.host, proxy.port)
  agent.ca_file = question['ca']
  agent
end

def headers(question)
  all = {}
  all['Content-Type'] = question['type'] if question['type']
  all['Referer'] = question['referer'] if question['referer']
  all.merge(question['headers'])
end

def told(page)
  { url: page.uri.to_s, status: page.code.to_i, type: page.response['content-type'] || '',
    body: Base64.strict_encode64(page.body || '') }
end

def send_request(agent, question)
  content = question['content'] ? Base64.strict_decode64(question['content']) : ''
  case question['method']
  when 'GET' then told(agent.get(question['url'], [], nil, headers(question)))
  when 'HEAD' then told(agent.head(question['url'], {}, headers: headers(question)))
  else told(agent.request_with_entity(question['method'].downcase.to_sym, question['url'], content, headers(question)))
  end
rescue Mechanize::ResponseCodeError => e
  # What Mechanize raises for 4xx and 5xx has the response.
  told(e.page)
rescue Mechanize::Error, SocketError, SystemCallError, Timeout::Error, Net::HTTP::Persistent::Error,
       Net::HTTPBadResponse, Net::ProtocolError, OpenSSL::SSL::SSLError, URI::Error, ArgumentError, EOFError => e
  { failed: "#{e.class}: #{e.message}" }
end

def held(cookie)
  { name: cookie.name, value: cookie.value, domain: cookie.domain, hostOnly: !cookie.for_domain?, path: cookie.path,
    expires: cookie.expires&.to_i, secure: cookie.secure?, httpOnly: cookie.httponly? }
end

agent = nil
$stdout.sync = true
$stdin.each_line do |line|
  question = JSON.parse(line)
  answer = {}
  case question['ask']
  when 'open'
    agent&.shutdown
    agent = open_agent(question)
  when 'send' then answer = send_request(agent, question)
  when 'jar' then answer = { cookies: agent.cookie_jar.map { |cookie| held(cookie) } }
  when 'engine'
    answer = { engine: "Ruby mechanize #{Mechanize::VERSION}, http-cookie #{HTTP::Cookie::VERSION}" }
  end
  puts JSON.generate(answer)
end
