# Speaks for one Mojo::UserAgent with its cookie jar at a time; README.md beside this file has the protocol.
use strict;
use warnings;

use FindBin;
use lib $FindBin::RealBin;

use LineProtocol qw(content headers speak told truth);
use Mojo::UserAgent;
use Mojolicious;

# It follows none unless it is told a number; twenty is what Fetch §4.4 has.
use constant MAX_REDIRECTS => 20;

my $agent;

sub open_agent {
    my ($question) = @_;
    $agent = Mojo::UserAgent->new->ca($question->{ca})->max_redirects(MAX_REDIRECTS);
    $agent->proxy->http($question->{proxy})->https($question->{proxy});
    return {};
}

sub send_request {
    my ($question) = @_;
    my %headers = headers($question);
    my @content = defined $question->{content} ? content($question) : ();
    my $tx      = $agent->start($agent->build_tx($question->{method} => $question->{url} => \%headers => @content));
    my $error   = $tx->error;
    # A status of 4xx or 5xx is an error with a code.
    return { failed => $error->{message} } if $error && !$error->{code};
    # The last of too many comes out as if it were the answer.
    return { failed => 'more than ' . MAX_REDIRECTS . ' redirects' }
        if @{ $tx->redirects } >= MAX_REDIRECTS && $tx->res->is_redirect && defined $tx->res->headers->location;
    return told($tx->req->url->to_string, $tx->res->code, $tx->res->headers->content_type, $tx->res->body);
}

sub held {
    my ($cookie) = @_;
    return {
        name     => $cookie->name,
        value    => $cookie->value,
        domain   => $cookie->domain,
        hostOnly => truth($cookie->host_only),
        path     => $cookie->path,
        expires  => defined $cookie->expires ? $cookie->expires + 0 : undef,
        secure   => truth($cookie->secure),
        httpOnly => truth($cookie->httponly),
    };
}

# It clears away what has expired when it looks for a request's cookies, not before: to its users that is gone.
sub jar {
    my @alive = grep { !defined $_->expires || $_->expires >= time } @{ $agent->cookie_jar->all };
    return { cookies => [ map { held($_) } @alive ] };
}

speak(
    open   => \&open_agent,
    send   => \&send_request,
    jar    => \&jar,
    engine => sub { { engine => "Mojo::UserAgent of Mojolicious $Mojolicious::VERSION" } },
);
