//! Results of SARIF, which are findings.

use std::collections::HashMap;

use plainsong::diagnostic::{Diagnostic, Edit, Fix};
use plainsong::lint::{self, Fingerprint, Suppressed};
use serde::{Serialize, Serializer};

use super::super::{Checked, Findings};
use super::artifact::{Artifact, ArtifactLocation, Location, Locations, Region, Text};
use super::level;

/// The results of a run. They are made one after another: together they take many times the memory of the
/// documents.
pub(super) struct Results<'a> {
    documents: Vec<(&'a Findings, Artifact<'a>)>,
    is_compared: bool,
    index_of_rule: HashMap<&'static str, usize>,
}

impl<'a> Results<'a> {
    pub(super) fn of(checked: &'a [Checked], is_compared: bool) -> Self {
        let read = checked.iter().filter_map(|checked| checked.result.as_ref().ok());
        Self {
            documents: read.map(|found| (found, Artifact::of(&found.source))).collect(),
            is_compared,
            index_of_rule: lint::rules().enumerate().map(|(index, rule)| (rule.name, index)).collect(),
        }
    }

    fn of_document<'b>(&'b self, found: &'b Findings, artifact: &'b Artifact<'b>) -> impl Iterator<Item = RunResult<'b>> {
        let new = found
            .diagnostics
            .iter()
            .map(move |new| RunResult { baseline_state: self.is_compared.then_some("new"), ..self.result(new, None, artifact) });
        // Services that do not read the state go by the suppression.
        let external = Suppression { kind: "external", justification: Some("It stands in the baseline.") };
        let known = found
            .known
            .iter()
            .map(move |known| RunResult { baseline_state: Some("unchanged"), ..self.result(known, Some(external), artifact) });
        let suppressed = found.suppressed.iter().map(|Suppressed { finding, reason, .. }| {
            self.result(finding, Some(Suppression { kind: "inSource", justification: reason.as_deref() }), artifact)
        });
        new.chain(known).chain(suppressed)
    }

    fn result<'b>(&self, finding: &'b Diagnostic, suppression: Option<Suppression<'b>>, artifact: &'b Artifact<'b>) -> RunResult<'b> {
        let help = finding.help.as_deref().unwrap_or_default();
        RunResult {
            rule_id: finding.rule,
            rule_index: self.index_of_rule.get(finding.rule).copied(),
            level: level(finding.severity),
            message: Text { text: format!("{} {help}", finding.message).trim_end().to_owned() },
            locations: [artifact.location(finding.span)],
            related_locations: Locations { spans: &finding.also, artifact },
            partial_fingerprints: Fingerprints { own: Fingerprint::of(finding.span, artifact.source).to_string() },
            suppressions: suppression.into_iter().collect(),
            baseline_state: None,
            fixes: finding.fix.iter().map(|fix| fix_object(fix, help, artifact)).collect(),
        }
    }
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.documents.iter().flat_map(|(found, artifact)| self.of_document(found, artifact)))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunResult<'a> {
    rule_id: &'static str,
    rule_index: Option<usize>,
    level: &'static str,
    message: Text<String>,
    locations: [Location<'a>; 1],
    related_locations: Locations<'a>,
    partial_fingerprints: Fingerprints,
    /// Either all results of a run say how they are suppressed, or none does (SARIF 2.1.0, 3.27.23).
    suppressions: Vec<Suppression<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_state: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<FixObject<'a>>,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "plainsong/v1")]
    own: String,
}

#[derive(Clone, Copy, Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    justification: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixObject<'a> {
    description: Text<&'a str>,
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation<'a>,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region<'a>,
    inserted_content: Text<&'a str>,
}

fn fix_object<'a>(fix: &'a Fix, help: &'a str, artifact: &'a Artifact<'a>) -> FixObject<'a> {
    let replacement = |edit: &'a Edit| Replacement {
        deleted_region: Region::of(edit.span, artifact.source),
        inserted_content: Text { text: &edit.text },
    };
    FixObject {
        description: Text { text: help },
        artifact_changes: [ArtifactChange { artifact_location: artifact.at(), replacements: fix.edits.iter().map(replacement).collect() }],
    }
}
