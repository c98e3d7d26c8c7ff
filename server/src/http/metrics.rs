//! Figures for the operator in Prometheus' text form (exposition format 0.0.4): requests by route template and
//! status, their duration, and what the identity side holds in memory. No label ever names a person.

use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// Upper bounds of the duration buckets, in seconds.
const BUCKETS: [f64; 8] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0];

#[derive(Default)]
struct Series {
    count: u64,
    seconds: f64,
    buckets: [u64; BUCKETS.len()],
}

type Route = (String, String, u16);

/// A figure that goes up and down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gauge {
    /// Its name without `yui_`.
    pub name: &'static str,
    /// What it says, in a sentence.
    pub help: &'static str,
    /// The figure.
    pub value: u64,
}

/// The figures of one server.
#[derive(Default)]
pub struct Metrics {
    requests: Mutex<BTreeMap<Route, Series>>,
    events: Mutex<BTreeMap<&'static str, u64>>,
}

impl Metrics {
    /// Counts an answered request. `route` is a template such as `/v1/shops/{id}`.
    pub fn request(&self, method: &str, route: &str, status: u16, took: Duration) {
        // An invented method or path must not make a new series each time.
        let method =
            if matches!(method, "GET" | "HEAD" | "POST" | "PUT" | "DELETE") { method } else { "other" };
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let series = requests.entry((method.to_owned(), route.to_owned(), status)).or_default();
        let seconds = took.as_secs_f64();
        series.count += 1;
        series.seconds += seconds;
        for (count, bound) in series.buckets.iter_mut().zip(BUCKETS) {
            *count += u64::from(seconds <= bound);
        }
    }

    /// Counts something that happened, by a name such as `identity_enrolled`.
    pub fn count(&self, event: &'static str) {
        *self.events.lock().unwrap_or_else(PoisonError::into_inner).entry(event).or_default() += 1;
    }

    /// The text of `/metrics`, with gauges given by the caller. The format wants all lines of a family together.
    #[must_use]
    pub fn render(&self, gauges: &[Gauge]) -> String {
        let mut text = String::new();
        {
            let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
            counts(&mut text, &requests);
            durations(&mut text, &requests);
        }
        head(&mut text, "events_total", "counter", "What happened, by name.");
        for (event, count) in self.events.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            let _ = writeln!(text, "yui_events_total{{event=\"{event}\"}} {count}");
        }
        for Gauge { name, help, value } in gauges {
            head(&mut text, name, "gauge", help);
            let _ = writeln!(text, "yui_{name} {value}");
        }
        text
    }
}

/// What stands above a family. Writing into a text does not fail, here and below.
fn head(text: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(text, "# HELP yui_{name} {help}\n# TYPE yui_{name} {kind}");
}

fn labels((method, route, status): &Route) -> String {
    format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"")
}

fn counts(text: &mut String, requests: &BTreeMap<Route, Series>) {
    head(text, "http_requests_total", "counter", "Answered requests, by method, route and status.");
    for (route, series) in requests {
        let _ = writeln!(text, "yui_http_requests_total{{{}}} {}", labels(route), series.count);
    }
}

fn durations(text: &mut String, requests: &BTreeMap<Route, Series>) {
    head(text, "http_request_seconds", "histogram", "How long an answer took to begin, in seconds.");
    for (route, series) in requests {
        let labels = labels(route);
        let name = "yui_http_request_seconds";
        for (bound, count) in BUCKETS.iter().zip(series.buckets) {
            let _ = writeln!(text, "{name}_bucket{{{labels},le=\"{bound}\"}} {count}");
        }
        let _ = writeln!(text, "{name}_bucket{{{labels},le=\"+Inf\"}} {}", series.count);
        let _ = writeln!(text, "{name}_sum{{{labels}}} {}", series.seconds);
        let _ = writeln!(text, "{name}_count{{{labels}}} {}", series.count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_cumulative() {
        let metrics = Metrics::default();
        metrics.request("GET", "/v1/time", 200, Duration::from_millis(7));
        metrics.request("GET", "/v1/time", 200, Duration::from_millis(700));
        metrics.request("BREW", "unmatched", 404, Duration::ZERO);
        metrics.count("identity_enrolled");
        let text = metrics.render(&[Gauge { name: "devices", help: "Phones.", value: 3 }]);
        assert!(text.contains(r#"yui_http_requests_total{method="GET",route="/v1/time",status="200"} 2"#));
        assert!(text.contains(r#"{method="GET",route="/v1/time",status="200",le="0.005"} 0"#));
        assert!(text.contains(r#"{method="GET",route="/v1/time",status="200",le="0.01"} 1"#));
        assert!(text.contains(r#"{method="GET",route="/v1/time",status="200",le="1"} 2"#));
        assert!(text.contains(r#"method="other""#) && text.contains("yui_devices 3"));
        assert!(text.contains(r#"yui_events_total{event="identity_enrolled"} 1"#));
    }
    /// Exposition format 0.0.4: "all lines for a given metric must be provided as one single group", with one HELP
    /// and one TYPE above it.
    #[test]
    fn the_lines_of_a_family_stand_together_below_their_head() {
        let metrics = Metrics::default();
        for route in ["/v1/time", "/v1/shops", "/healthz"] {
            metrics.request("GET", route, 200, Duration::from_millis(7));
        }
        metrics.count("login");
        let text = metrics.render(&[Gauge { name: "devices", help: "Phones.", value: 3 }]);
        let mut families = Vec::new();
        let mut lines = text.lines().peekable();
        while let Some(help) = lines.next() {
            let (name, words) = help.strip_prefix("# HELP ").and_then(|l| l.split_once(' ')).expect("a HELP");
            assert!(words.ends_with('.'), "{help}");
            let (typed, kind) =
                lines.next().and_then(|l| l.strip_prefix("# TYPE ")?.split_once(' ')).expect("a TYPE");
            assert_eq!(typed, name);
            let parts = ["_bucket", "_sum", "_count"].map(|part| format!("{name}{part}"));
            let mut samples = 0;
            while let Some(line) = lines.next_if(|line| !line.starts_with('#')) {
                let sample = line.split(['{', ' ']).next().unwrap_or_default();
                let own =
                    if kind == "histogram" { parts.iter().any(|p| p == sample) } else { sample == name };
                assert!(own, "{sample} under {name}");
                samples += 1;
            }
            assert!(samples > 0 && !families.contains(&name), "{name}");
            families.push(name);
        }
        assert_eq!(families.len(), 4);
    }
}
