# Speaks for one MediaWiki::Bot at a time; README.md beside this file has the protocol.
use strict;
use warnings;

use File::Temp;
use HTTP::Request;
use JSON::PP;
use LWP::UserAgent;
use MediaWiki::Bot;
use MIME::Base64 qw(decode_base64 encode_base64);
use URI;

my $json = JSON::PP->new->utf8->canonical;
my $bot;
my $agent;
my $place;

# The bot keeps a file of cookies in the working directory, which it reads when it logs in.
sub open_agent {
    my ($question) = @_;
    $bot = MediaWiki::Bot->new({ operator => 'Cookieproof', protocol => 'https', host => 'localhost', path => 'w' });
    my $ua = $bot->{api}->{ua};
    $ua->ssl_opts(SSL_ca_file => $question->{ca}, verify_hostname => 1);
    $ua->proxy([ 'http', 'https' ], $question->{proxy});
    # What whoever logs in by a form adds: without it LWP stops at the redirect after a POST.
    push @{ $ua->requests_redirectable }, 'POST';
    my $new = File::Temp->newdir;
    chdir "$new" or die "cannot go to $new: $!";
    $place = $new;
    return $ua;
}

sub log_in {
    my ($question) = @_;
    my $api = URI->new($question->{api});
    my ($path) = $api->path =~ m{^/(.*)/api\.php$};
    $bot->set_wiki({ protocol => $api->scheme, host => $api->host_port, path => $path });
    my $ok = eval { $bot->login({ username => $question->{name}, password => $question->{password} }) };
    return { failed => "$@" } if $@;
    return { failed => $bot->{error}->{details} || 'its login says no' } unless $ok;
    return { as => $bot->_whoami() };
}

sub send_request {
    my ($question) = @_;
    my $request = HTTP::Request->new($question->{method}, $question->{url});
    $request->header('Content-Type' => $question->{type})    if defined $question->{type};
    $request->header('Referer'      => $question->{referer}) if defined $question->{referer};
    $request->header($_ => $question->{headers}{$_}) for sort keys %{ $question->{headers} };
    $request->content(decode_base64($question->{content})) if defined $question->{content};
    my $answer = $agent->request($request);
    # LWP makes responses of its own where there is none.
    my $warning = $answer->header('Client-Warning') // '';
    return { failed => $answer->status_line } if $warning eq 'Internal response';
    # Too many of them, too: the last one comes out as if it were the answer.
    return { failed => $warning } if $answer->is_redirect && $warning =~ /^Redirect loop/;
    return {
        url    => $answer->request->uri->as_string,
        status => $answer->code + 0,
        type   => scalar($answer->header('Content-Type')) // '',
        body   => encode_base64($answer->decoded_content(charset => 'none') // $answer->content, ''),
    };
}

sub jar {
    my @cookies;
    $agent->cookie_jar->scan(sub {
        my ($version, $key, $val, $path, $domain, $port, $path_spec, $secure, $expires, $discard, $rest) = @_;
        # A cookie without Domain is kept under the host's name, with ".local" where that has no dot.
        my $host_only = $domain =~ /^\./ ? JSON::PP::false : JSON::PP::true;
        push @cookies, {
            name     => $key,
            value    => $val,
            domain   => $domain,
            hostOnly => $host_only,
            path     => $path,
            expires  => defined $expires ? $expires + 0 : undef,
            secure   => $secure ? JSON::PP::true : JSON::PP::false,
            httpOnly => (exists $rest->{HttpOnly} || exists $rest->{httponly}) ? JSON::PP::true : JSON::PP::false,
        };
    });
    return { cookies => \@cookies };
}

$| = 1;
while (my $line = <STDIN>) {
    my $question = $json->decode($line);
    my $asked    = $question->{ask};
    my $answer   = {};
    if    ($asked eq 'open')   { $agent  = open_agent($question); }
    elsif ($asked eq 'send')   { $answer = send_request($question); }
    elsif ($asked eq 'log-in') { $answer = log_in($question); }
    elsif ($asked eq 'jar')    { $answer = jar(); }
    elsif ($asked eq 'engine') { $answer = { engine => "MediaWiki::Bot $MediaWiki::Bot::VERSION, MediaWiki::API $MediaWiki::API::VERSION, libwww-perl $LWP::UserAgent::VERSION" }; }
    print $json->encode($answer), "\n";
}
