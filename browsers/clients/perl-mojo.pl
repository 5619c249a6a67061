# Speaks for one Mojo::UserAgent with its cookie jar at a time; README.md beside this file has the protocol.
use strict;
use warnings;

use JSON::PP;
use MIME::Base64 qw(decode_base64 encode_base64);
use Mojo::UserAgent;
use Mojolicious;

# It follows none unless it is told a number; twenty is what Fetch §4.4 has.
use constant MAX_REDIRECTS => 20;

my $json = JSON::PP->new->utf8->canonical;
my $agent;

sub open_agent {
    my ($question) = @_;
    my $new = Mojo::UserAgent->new->ca($question->{ca})->max_redirects(MAX_REDIRECTS);
    $new->proxy->http($question->{proxy})->https($question->{proxy});
    return $new;
}

sub send_request {
    my ($question) = @_;
    my %headers;
    $headers{'Content-Type'} = $question->{type}    if defined $question->{type};
    $headers{Referer}        = $question->{referer} if defined $question->{referer};
    %headers = (%headers, %{ $question->{headers} });
    my @content = defined $question->{content} ? decode_base64($question->{content}) : ();
    my $tx      = $agent->start($agent->build_tx($question->{method} => $question->{url} => \%headers => @content));
    my $error   = $tx->error;
    # A status of 4xx or 5xx is an error with a code.
    return { failed => $error->{message} } if $error && !$error->{code};
    # The last of too many comes out as if it were the answer.
    return { failed => 'more than ' . MAX_REDIRECTS . ' redirects' }
        if @{ $tx->redirects } >= MAX_REDIRECTS && $tx->res->is_redirect && defined $tx->res->headers->location;
    return {
        url    => $tx->req->url->to_string,
        status => $tx->res->code + 0,
        type   => $tx->res->headers->content_type // '',
        body   => encode_base64($tx->res->body, ''),
    };
}

sub held {
    my ($cookie) = @_;
    return {
        name     => $cookie->name,
        value    => $cookie->value,
        domain   => $cookie->domain,
        hostOnly => $cookie->host_only ? JSON::PP::true : JSON::PP::false,
        path     => $cookie->path,
        expires  => defined $cookie->expires ? $cookie->expires + 0 : undef,
        secure   => $cookie->secure ? JSON::PP::true : JSON::PP::false,
        httpOnly => $cookie->httponly ? JSON::PP::true : JSON::PP::false,
    };
}

# It clears away what has expired when it looks for a request's cookies, not before: to its users that is gone.
sub jar {
    my @alive = grep { !defined $_->expires || $_->expires >= time } @{ $agent->cookie_jar->all };
    return { cookies => [ map { held($_) } @alive ] };
}

$| = 1;
while (my $line = <STDIN>) {
    my $question = $json->decode($line);
    my $asked    = $question->{ask};
    my $answer   = {};
    if    ($asked eq 'open')   { $agent  = open_agent($question); }
    elsif ($asked eq 'send')   { $answer = send_request($question); }
    elsif ($asked eq 'jar')    { $answer = jar(); }
    elsif ($asked eq 'engine') { $answer = { engine => "Mojo::UserAgent of Mojolicious $Mojolicious::VERSION" }; }
    print $json->encode($answer), "\n";
}
