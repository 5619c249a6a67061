# Speaks for one LWP::UserAgent with HTTP::Cookies at a time; README.md beside this file has the protocol.
use strict;
use warnings;

use FindBin;
use lib $FindBin::RealBin;

use HTTP::Cookies;
use LineProtocol qw(speak);
use LWP::UserAgent;
use LwpAgent qw(cookies send_request through);

my $agent;

speak(
    open => sub {
        $agent = through(LWP::UserAgent->new(cookie_jar => HTTP::Cookies->new, keep_alive => 4), @_);
        return {};
    },
    send   => sub { send_request($agent, @_) },
    jar    => sub { { cookies => cookies($agent) } },
    engine => sub { { engine => "Perl libwww-perl $LWP::UserAgent::VERSION, HTTP::Cookies $HTTP::Cookies::VERSION" } },
);
