# Speaks for one HTTP::Tiny with an HTTP::CookieJar at a time; README.md beside this file has the protocol.
use strict;
use warnings;

use HTTP::CookieJar;
use HTTP::Date qw(str2time);
use HTTP::Tiny;
use JSON::PP;
use MIME::Base64 qw(decode_base64 encode_base64);

# Its own limit is 5; twenty is what Fetch §4.4 has.
use constant MAX_REDIRECTS => 20;

my $json = JSON::PP->new->utf8->canonical;
my ($agent, $jar);

sub open_agent {
    my ($question) = @_;
    $jar = HTTP::CookieJar->new;
    return HTTP::Tiny->new(
        cookie_jar   => $jar,
        http_proxy   => $question->{proxy},
        https_proxy  => $question->{proxy},
        max_redirect => MAX_REDIRECTS,
        verify_SSL   => 1,
        SSL_options  => { SSL_ca_file => $question->{ca} },
    );
}

sub send_request {
    my ($question) = @_;
    my %headers;
    $headers{'Content-Type'} = $question->{type}    if defined $question->{type};
    $headers{Referer}        = $question->{referer} if defined $question->{referer};
    my %options = (headers => { %headers, %{ $question->{headers} } });
    $options{content} = decode_base64($question->{content}) if defined $question->{content};
    my $answer = $agent->request($question->{method}, $question->{url}, \%options);
    # It makes a response of its own where there is none.
    return { failed => $answer->{content} } if $answer->{status} == 599;
    # The last of too many comes out as if it were the answer.
    return { failed => 'more than ' . MAX_REDIRECTS . ' redirects' }
        if $answer->{status} =~ /^30[12378]/ && @{ $answer->{redirects} // [] } >= MAX_REDIRECTS;
    return {
        url    => $answer->{url},
        status => $answer->{status} + 0,
        type   => $answer->{headers}{'content-type'} // '',
        body   => encode_base64($answer->{content} // '', ''),
    };
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
        hostOnly => $is{hostonly} ? JSON::PP::true : JSON::PP::false,
        path     => $is{path},
        expires  => defined $is{expires} ? str2time($is{expires}) : undef,
        secure   => $is{secure} ? JSON::PP::true : JSON::PP::false,
        httpOnly => $is{httponly} ? JSON::PP::true : JSON::PP::false,
    };
}

$| = 1;
while (my $line = <STDIN>) {
    my $question = $json->decode($line);
    my $asked    = $question->{ask};
    my $answer   = {};
    if    ($asked eq 'open')   { $agent  = open_agent($question); }
    elsif ($asked eq 'send')   { $answer = send_request($question); }
    elsif ($asked eq 'jar')    { $answer = { cookies => [ map { held($_) } $jar->dump_cookies ] }; }
    elsif ($asked eq 'engine') { $answer = { engine => "HTTP::CookieJar $HTTP::CookieJar::VERSION, HTTP::Tiny of Perl " . sprintf("%vd", $^V) }; }
    print $json->encode($answer), "\n";
}
