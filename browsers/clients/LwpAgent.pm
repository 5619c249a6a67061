# An LWP::UserAgent with HTTP::Cookies, which do the cookies and the redirects; nothing of either is done here.
package LwpAgent;
use strict;
use warnings;

use Exporter qw(import);
use HTTP::Request;
use LineProtocol qw(content headers told truth);

our @EXPORT_OK = qw(cookies send_request through);

sub through {
    my ($agent, $question) = @_;
    $agent->ssl_opts(SSL_ca_file => $question->{ca}, verify_hostname => 1);
    $agent->proxy([ 'http', 'https' ], $question->{proxy});
    # What whoever logs in by a form adds: without it LWP stops at the redirect after a POST.
    push @{ $agent->requests_redirectable }, 'POST';
    return $agent;
}

sub send_request {
    my ($agent, $question) = @_;
    my $request = HTTP::Request->new($question->{method}, $question->{url});
    my %headers = headers($question);
    $request->header($_ => $headers{$_}) for sort keys %headers;
    $request->content(content($question)) if defined $question->{content};
    my $answer = $agent->request($request);
    # LWP makes responses of its own where there is none.
    my $warning = $answer->header('Client-Warning') // '';
    return { failed => $answer->status_line } if $warning eq 'Internal response';
    # Too many of them, too: the last one comes out as if it were the answer.
    return { failed => $warning } if $answer->is_redirect && $warning =~ /^Redirect loop/;
    return told(
        $answer->request->uri,
        $answer->code,
        scalar($answer->header('Content-Type')),
        $answer->decoded_content(charset => 'none') // $answer->content,
    );
}

sub cookies {
    my ($agent) = @_;
    my @cookies;
    $agent->cookie_jar->scan(sub {
        my ($version, $key, $val, $path, $domain, $port, $path_spec, $secure, $expires, $discard, $rest) = @_;
        push @cookies, {
            name     => $key,
            value    => $val,
            domain   => $domain,
            # A cookie without Domain is kept under the host's name, with ".local" where that has no dot.
            hostOnly => truth($domain !~ /^\./),
            path     => $path,
            expires  => defined $expires ? $expires + 0 : undef,
            secure   => truth($secure),
            httpOnly => truth(exists $rest->{HttpOnly} || exists $rest->{httponly}),
        };
    });
    return \@cookies;
}

1;
