//! What runs `check` in other people's pipelines: the hooks of pre-commit, and the action for GitHub.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{folder, plainsong, run};

#[derive(Deserialize)]
struct Hook {
    id: String,
    name: String,
    entry: String,
    language: String,
    types: Vec<String>,
}

#[test]
fn each_hook_runs_the_command_on_the_files_that_it_is_given() {
    let hooks: Vec<Hook> = serde_saphyr::from_str(include_str!("../../.pre-commit-hooks.yaml")).unwrap();
    let ids: Vec<&str> = hooks.iter().map(|hook| hook.id.as_str()).collect();
    assert_eq!(ids, ["plainsong-check", "plainsong-fix"]);
    for hook in hooks {
        assert!(!hook.name.is_empty() && hook.language == "rust" && hook.types == ["markdown"]);
        let words: Vec<&str> = hook.entry.split(' ').collect();
        assert_eq!(words[0], "plainsong");
        let folder = folder(&[("good.md", b"Good.\n"), ("bad.md", b"We met stakeholders.\n")]);
        plainsong(&folder).args(&words[1..]).args(["good.md"]).assert().code(0);
        let (code, stdout, _) = run(plainsong(&folder).args(&words[1..]).args(["good.md", "bad.md"]));
        assert!(code == 1 && stdout.contains("bad.md:1:8"), "{stdout}");
    }
}

#[derive(Deserialize)]
struct Action {
    inputs: BTreeMap<String, Input>,
    runs: Runs,
}

#[derive(Deserialize)]
struct Input {
    default: String,
}

#[derive(Deserialize)]
struct Runs {
    using: String,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    shell: String,
    run: String,
    #[serde(default)]
    env: BTreeMap<String, String>,
}

#[cfg(unix)]
#[test]
fn the_action_runs_the_command_on_each_path_and_with_each_argument() {
    let action: Action = serde_saphyr::from_str(include_str!("../../.github/actions/check/action.yml")).unwrap();
    assert_eq!(action.runs.using, "composite");
    let step = action.runs.steps.last().unwrap();
    assert_eq!(step.shell, "bash");
    // What the workflow says comes in by the environment: in the script itself it could be run.
    assert!(!step.run.contains("${{"));
    let folder = folder(&[("a b.md", b"We met stakeholders.\n"), ("c.md", b"SCIE met.\n")]);
    let program = std::path::PathBuf::from(plainsong(&folder).get_program().to_owned());
    let path = format!("{}:{}", program.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let check = |inputs: &[(&str, &str)]| {
        let mut command = std::process::Command::new("bash");
        command.args(["-e", "-o", "pipefail", "-c", &step.run]).current_dir(folder.path()).env("PATH", &path);
        for (variable, expression) in &step.env {
            let name = expression.trim_start_matches("${{ inputs.").trim_end_matches(" }}");
            let given = inputs.iter().find(|(input, _)| *input == name).map(|(_, value)| *value);
            command.env(variable, given.unwrap_or(&action.inputs[name].default));
        }
        let output = command.output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, stdout, stderr) = check(&[]);
    assert!(code == 1 && stdout.contains("a b.md") && stdout.contains("c.md"), "{stdout}{stderr}");
    let (code, stdout, stderr) = check(&[("paths", "a b.md\nc.md\n"), ("arguments", "--off=jargon\n--off=undefined-acronym")]);
    assert!(code == 0 && !stdout.contains("jargon"), "{stdout}{stderr}");
}
