//! Where a request comes from, as coarse as rate limits need it: the IPv4 /24 or the IPv6 /56.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::http::{HeaderMap, HeaderName, header};

/// The peer's address, put into the request by the listener.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Peer(pub IpAddr);

/// A network: an address with its last bits cleared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Network(IpAddr);

impl Network {
    /// The network of an address. An IPv4 address inside IPv6 is taken as IPv4.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V4(v4) => {
                let [a, b, c, _] = v4.octets();
                IpAddr::V4(Ipv4Addr::new(a, b, c, 0))
            }
            IpAddr::V6(v6) => {
                let mut octets = v6.octets();
                octets[7..].fill(0);
                IpAddr::V6(Ipv6Addr::from(octets))
            }
        })
    }

    /// What a provider has around it: the IPv4 /16 or the IPv6 /32.
    #[must_use]
    pub fn surroundings(self) -> Self {
        Self(match self.0 {
            IpAddr::V4(v4) => {
                let [a, b, ..] = v4.octets();
                IpAddr::V4(Ipv4Addr::new(a, b, 0, 0))
            }
            IpAddr::V6(v6) => {
                let [a, b, ..] = v6.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, 0, 0, 0, 0, 0, 0))
            }
        })
    }

    /// Whether a request comes from a program on this machine, with nothing in between: its peer is this machine and no
    /// proxy of ours, no proxy left its mark in the head (RFC 7239, RFC 9110 §7.6.3, and what came before them), and it asks
    /// for this machine. A browser here that a stranger's name led to this machine asks for that name.
    #[must_use]
    pub fn is_this_machine(peer: Option<Peer>, headers: &HeaderMap, proxies: &[IpAddr]) -> bool {
        let passed_on = |name: &HeaderName| {
            let name = name.as_str();
            name == header::FORWARDED
                || name == header::VIA
                || name == "x-real-ip"
                || name.starts_with("x-forwarded")
        };
        peer.map(|peer| peer.0.to_canonical())
            .is_some_and(|peer| peer.is_loopback() && !proxies.contains(&peer))
            && !headers.keys().any(passed_on)
            && headers.get(header::HOST).and_then(|host| host.to_str().ok()).is_some_and(is_loopback)
    }

    /// The network a request comes from. `X-Forwarded-For` counts only when the peer is one of our own proxies;
    /// then the last address in it that is not itself a proxy is the sender.
    #[must_use]
    pub fn of_request(peer: Option<Peer>, headers: &HeaderMap, proxies: &[IpAddr]) -> Self {
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.to_canonical());
        if !proxies.contains(&peer) {
            return Self::of(peer);
        }
        let forwarded = headers.get_all("x-forwarded-for");
        let chain: Vec<&str> =
            forwarded.iter().map(|line| line.to_str().unwrap_or("?")).flat_map(|v| v.split(',')).collect();
        let sender =
            chain.into_iter().rev().map_while(forwarded_for).find(|address| !proxies.contains(address));
        Self::of(sender.unwrap_or(peer))
    }
}

/// Whether a `Host` names this machine, with a port or without.
fn is_loopback(host: &str) -> bool {
    let (name, port) = host.rsplit_once(':').unwrap_or((host, ""));
    let is_named = |name: &str| {
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        name.eq_ignore_ascii_case("localhost")
            || bare.parse().is_ok_and(|address: IpAddr| address.is_loopback())
    };
    is_named(host) || (port.parse::<u16>().is_ok() && is_named(name))
}

/// The address in one place of `X-Forwarded-For`, which some proxies write with the sender's port, and one of IPv6 with
/// its brackets, or with the quotation marks of RFC 7239.
fn forwarded_for(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse().or_else(|_| text.parse::<SocketAddr>().map(|socket| socket.ip()));
    address.ok().map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn neighbours_share_a_network() {
        assert_eq!(Network::of(address("203.0.113.7")), Network::of(address("::ffff:203.0.113.200")));
        assert_ne!(Network::of(address("203.0.113.7")), Network::of(address("203.0.114.7")));
        assert_eq!(Network::of(address("2001:db8:1:200::1")), Network::of(address("2001:db8:1:2ff:9::1")));
        assert_ne!(Network::of(address("2001:db8:1:200::1")), Network::of(address("2001:db8:1:300::1")));
    }

    #[test]
    fn a_provider_is_wider_than_a_network() {
        let around = |text| Network::of(address(text)).surroundings();
        assert_eq!(around("203.0.113.7"), around("203.0.9.9"));
        assert_ne!(around("203.0.113.7"), around("203.1.113.7"));
        assert_eq!(around("2001:db8:1:200::1"), around("2001:db8:ffff::1"));
        assert_ne!(around("2001:db8:1:200::1"), around("2001:db9:1:200::1"));
    }

    #[test]
    fn a_caller_on_this_machine_came_through_nothing() {
        let peer = |text| Some(Peer(address(text)));
        let none = HeaderMap::from_iter([(header::HOST, "127.0.0.1:8080".parse().expect("a host"))]);
        for near in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"] {
            assert!(Network::is_this_machine(peer(near), &none, &[]), "{near}");
        }
        for far in ["203.0.113.7", "10.0.0.1", "2001:db8::1", "0.0.0.0"] {
            assert!(!Network::is_this_machine(peer(far), &none, &[]), "{far}");
        }
        assert!(!Network::is_this_machine(None, &none, &[]), "nobody is nowhere");
        assert!(
            !Network::is_this_machine(peer("127.0.0.1"), &none, &[address("127.0.0.1")]),
            "our own proxy"
        );
        for name in
            ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"]
        {
            let mut headers = none.clone();
            headers.insert(HeaderName::from_static(name), "1.1 proxy".parse().expect("a header"));
            assert!(!Network::is_this_machine(peer("127.0.0.1"), &headers, &[]), "{name}");
        }
    }

    /// A name of his own that a stranger lets mean this machine brings a browser here.
    #[test]
    fn a_caller_who_asks_for_another_name_was_led_here() {
        let asks_for = |host: &str| {
            let headers = HeaderMap::from_iter([(header::HOST, host.parse().expect("a host"))]);
            Network::is_this_machine(Some(Peer(address("127.0.0.1"))), &headers, &[])
        };
        for host in ["localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080"] {
            assert!(asks_for(host), "{host}");
        }
        for host in [
            "",
            "yui.example",
            "yui.example:8080",
            "localhost.example",
            "127.0.0.1.example:8080",
            "203.0.113.7:8080",
            "[2001:db8::1]:8080",
            "localhost:x",
            ":8080",
        ] {
            assert!(!asks_for(host), "{host}");
        }
        assert!(!Network::is_this_machine(Some(Peer(address("127.0.0.1"))), &HeaderMap::new(), &[]), "none");
    }

    #[test]
    fn only_our_own_proxy_may_speak_for_others() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "192.0.2.1, 198.51.100.9".parse().expect("a header"));
        let proxy = address("10.0.0.1");
        let stranger = Network::of_request(Some(Peer(address("203.0.113.7"))), &headers, &[proxy]);
        assert_eq!(stranger, Network::of(address("203.0.113.7")));
        let through = Network::of_request(Some(Peer(proxy)), &headers, &[proxy]);
        assert_eq!(
            through,
            Network::of(address("198.51.100.9")),
            "what a sender wrote further left is his own"
        );
    }

    #[test]
    fn a_sender_is_known_with_his_port_too() {
        let proxy = address("10.0.0.1");
        let through = |chain: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", chain.parse().expect("a header"));
            Network::of_request(Some(Peer(proxy)), &headers, &[proxy])
        };
        for (written, meant) in [
            ("8.8.1.8:1234", "8.8.1.8"),
            ("192.0.2.1:80, 8.8.1.8:1234, 10.0.0.1:4711", "8.8.1.8"),
            ("8.8.1.8, ::ffff:10.0.0.1", "8.8.1.8"),
            ("[2001:db8:1:200::1]:443", "2001:db8:1:200::1"),
            ("[2001:db8:1:200::1]", "2001:db8:1:200::1"),
            ("\"[2001:db8:1:200::1]:443\"", "2001:db8:1:200::1"),
            ("\"[2001:db8:1:200::1]\"", "2001:db8:1:200::1"),
            (" \"8.8.1.8\" ", "8.8.1.8"),
        ] {
            assert_eq!(through(written), Network::of(address(meant)), "{written}");
        }
        for nobody in
            ["unknown", "8.8.1.8:", "8.8.1.8:99999", "[8.8.1.8", "\"8.8.1.8", "[]", "", "8.8.1.8, _me"]
        {
            assert_eq!(through(nobody), Network::of(proxy), "{nobody}");
        }
    }
}
