# Speaks for one MediaWiki::Bot at a time; README.md beside this file has the protocol.
use strict;
use warnings;

use FindBin;
use lib $FindBin::RealBin;

use File::Temp;
use LineProtocol qw(speak);
use LwpAgent qw(cookies send_request through);
use MediaWiki::Bot;
use URI;

my ($bot, $agent, $place);

# The bot keeps a file of cookies in the working directory, which it reads when it logs in.
sub open_bot {
    my ($question) = @_;
    $bot   = MediaWiki::Bot->new({ operator => 'Cookieproof', protocol => 'https', host => 'localhost', path => 'w' });
    $agent = through($bot->{api}->{ua}, $question);
    my $new = File::Temp->newdir;
    chdir "$new" or die "cannot go to $new: $!";
    $place = $new;
    return {};
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

my $versions = "MediaWiki::Bot $MediaWiki::Bot::VERSION, MediaWiki::API $MediaWiki::API::VERSION, "
    . "libwww-perl $LWP::UserAgent::VERSION";

speak(
    open     => \&open_bot,
    send     => sub { send_request($agent, @_) },
    jar      => sub { { cookies => cookies($agent) } },
    'log-in' => \&log_in,
    engine   => sub { { engine => $versions } },
);
