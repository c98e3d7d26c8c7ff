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

    /// The text of `/metrics`, with gauges given by the caller.
    #[must_use]
    pub fn render(&self, gauges: &[(&str, u64)]) -> String {
        let mut text = String::from(
            "# TYPE yui_http_requests_total counter\n# TYPE yui_http_request_seconds histogram\n",
        );
        for ((method, route, status), series) in
            self.requests.lock().unwrap_or_else(PoisonError::into_inner).iter()
        {
            let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
            let _ = writeln!(text, "yui_http_requests_total{{{labels}}} {}", series.count);
            for (bound, count) in BUCKETS.iter().zip(series.buckets) {
                let _ = writeln!(text, "yui_http_request_seconds_bucket{{{labels},le=\"{bound}\"}} {count}");
            }
            let _ =
                writeln!(text, "yui_http_request_seconds_bucket{{{labels},le=\"+Inf\"}} {}", series.count);
            let _ = writeln!(text, "yui_http_request_seconds_sum{{{labels}}} {}", series.seconds);
            let _ = writeln!(text, "yui_http_request_seconds_count{{{labels}}} {}", series.count);
        }
        let _ = writeln!(text, "# TYPE yui_events_total counter");
        for (event, count) in self.events.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            let _ = writeln!(text, "yui_events_total{{event=\"{event}\"}} {count}");
        }
        for (name, value) in gauges {
            let _ = writeln!(text, "# TYPE yui_{name} gauge\nyui_{name} {value}");
        }
        text
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
        let text = metrics.render(&[("devices", 3)]);
        assert!(text.contains(r#"yui_http_requests_total{method="GET",route="/v1/time",status="200"} 2"#));
        assert!(text.contains(r#"{method="GET",route="/v1/time",status="200",le="0.005"} 0"#));
        assert!(text.contains(r#"{method="GET",route="/v1/time",status="200",le="0.01"} 1"#));
        assert!(text.contains(r#"{method="GET",route="/v1/time",status="200",le="1"} 2"#));
        assert!(text.contains(r#"method="other""#) && text.contains("yui_devices 3"));
        assert!(text.contains(r#"yui_events_total{event="identity_enrolled"} 1"#));
    }
}
