# Speaks for one HTTP::Tiny with an HTTP::CookieJar at a time; README.md beside this file has the protocol.
use strict;
use warnings;

use FindBin;
use lib $FindBin::RealBin;

use HTTP::CookieJar;
use HTTP::Date qw(str2time);
use HTTP::Tiny;
use LineProtocol qw(content headers speak told truth);

# Its own limit is 5; twenty is what Fetch §4.4 has.
use constant MAX_REDIRECTS => 20;

my ($agent, $jar);

sub open_agent {
    my ($question) = @_;
    $jar   = HTTP::CookieJar->new;
    $agent = HTTP::Tiny->new(
        cookie_jar   => $jar,
        http_proxy   => $question->{proxy},
        https_proxy  => $question->{proxy},
        max_redirect => MAX_REDIRECTS,
        verify_SSL   => 1,
        SSL_options  => { SSL_ca_file => $question->{ca} },
    );
    return {};
}

sub send_request {
    my ($question) = @_;
    my %options = (headers => { headers($question) });
    $options{content} = content($question) if defined $question->{content};
    my $answer = $agent->request($question->{method}, $question->{url}, \%options);
    # It makes a response of its own where there is none.
    return { failed => $answer->{content} } if $answer->{status} == 599;
    # The last of too many comes out as if it were the answer.
    return { failed => 'more than ' . MAX_REDIRECTS . ' redirects' }
        if $answer->{status} =~ /^30[12378]/ && @{ $answer->{redirects} // [] } >= MAX_REDIRECTS;
    return told($answer->{url}, $answer->{status}, $answer->{headers}{'content-type'}, $answer->{content});
}

# A line of dump_cookies is one of Set-Cookie2, with "Creation" and the like.
sub held {
    my ($line) = @_;
    my ($pair, @attributes) = split /; /, $line;
    my ($name, $value) = split /=/, $pair, 2;
    my %is = map { my ($key, $said) = split /=/, $_, 2; (lc $key => $said // 1) } @attributes;
    return {
        name     => $name,
        value    => $value,
        domain   => $is{domain},
        hostOnly => truth($is{hostonly}),
        path     => $is{path},
        expires  => defined $is{expires} ? str2time($is{expires}) : undef,
        secure   => truth($is{secure}),
        httpOnly => truth($is{httponly}),
    };
}

speak(
    open   => \&open_agent,
    send   => \&send_request,
    jar    => sub { { cookies => [ map { held($_) } $jar->dump_cookies ] } },
    engine => sub {
        { engine => "HTTP::CookieJar $HTTP::CookieJar::VERSION, HTTP::Tiny of Perl " . sprintf('%vd', $^V) }
    },
);
