# What the Perl programs beside this file have in common: the protocol of README.md.
package LineProtocol;
use strict;
use warnings;

use Exporter qw(import);
use JSON::PP;
use MIME::Base64 qw(decode_base64 encode_base64);

our @EXPORT_OK = qw(content headers speak told truth);

# Answers line by line, each by what stands under the name of what is asked.
sub speak {
    my (%answers) = @_;
    my $json = JSON::PP->new->utf8->canonical;
    local $| = 1;
    while (my $line = <STDIN>) {
        my $question = $json->decode($line);
        my $answer   = $answers{ $question->{ask} } // die "nobody asks $question->{ask}\n";
        print $json->encode($answer->($question)), "\n";
    }
    return;
}

# A field that the question names by itself wins.
sub headers {
    my ($question) = @_;
    my %headers;
    $headers{'Content-Type'} = $question->{type}    if defined $question->{type};
    $headers{Referer}        = $question->{referer} if defined $question->{referer};
    return (%headers, %{ $question->{headers} });
}

sub content {
    my ($question) = @_;
    return defined $question->{content} ? decode_base64($question->{content}) : undef;
}

sub told {
    my ($url, $status, $type, $body) = @_;
    return { url => "$url", status => $status + 0, type => $type // '', body => encode_base64($body // '', '') };
}

sub truth {
    my ($value) = @_;
    return $value ? JSON::PP::true : JSON::PP::false;
}

1;
