package bot.optout.console;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a link may lead us: to the hosts of the content, on public addresses, and nowhere else.
 *
 * @param hosts in lower case
 * @param reachable which addresses may be spoken to
 */
record LinkRules(Set<String> hosts, Predicate<InetAddress> reachable) {
  LinkRules {
    hosts = Set.copyOf(hosts);
  }

  /** Why this address may not be tried, if it may not. */
  Optional<LinkSight> objection(URI link) {
    boolean web = "https".equals(link.getScheme()) || "http".equals(link.getScheme());
    if (!web || link.getHost() == null || link.getUserInfo() != null) {
      return Optional.of(LinkSight.unclear("no plain web address"));
    }
    if (!hosts.contains(host(link))) {
      return Optional.of(LinkSight.unclear("not tried: leads to another host, " + host(link)));
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(link.getHost())) {
        if (!reachable.test(address)) {
          return Optional.of(LinkSight.unclear("not tried: a private address"));
        }
      }
      return Optional.empty();
    } catch (UnknownHostException unknown) {
      return Optional.of(LinkSight.unclear("no such host"));
    }
  }

  /** Empty where the link is malformed or has none. */
  static String host(String link) {
    try {
      return host(URI.create(link));
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  static String host(URI link) {
    return Optional.ofNullable(link.getHost()).orElse("").toLowerCase(Locale.ROOT);
  }

  /** Whether anybody on the internet could mean this address. */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (address instanceof Inet6Address) {
      boolean uniqueLocal = (first & 0xfe) == 0xfc;
      // Ways of writing an IPv4 address, which would have to be looked at again.
      boolean translated = first == 0 || (first == 0x20 && second == 0x02);
      return !uniqueLocal && !translated;
    }
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean reserved = first == 0 || first >= 240 || (first == 192 && second == 0);
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    return address instanceof Inet4Address && !shared && !reserved && !benchmark;
  }
}
