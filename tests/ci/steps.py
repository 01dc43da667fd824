"""Runs the steps of a GitHub action or job as its runner does: those that are shell; the others are given their outputs."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


@dataclass
class Runner:
    """A job: `workspace` is the checkout, `temp` the runner's folder; `contexts` holds what expressions ask for."""

    workspace: Path
    temp: Path
    contexts: dict[str, str]
    environment: Mapping[str, str] = field(default_factory=dict)
    log: str = ""
    used: dict[str, dict[str, str]] = field(default_factory=dict)

    def run(self, steps: list[dict[str, Any]], given: Mapping[str, Mapping[str, str]]) -> int:
        """Run the steps in order; `given` are the outputs of actions by their name. The code is that of the first failure."""
        failed = 0
        for step in steps:
            if not self._wanted(step.get("if", ""), failed):
                continue
            if "uses" in step:
                self._use(step, given)
            else:
                code = self._shell(step)
                failed = failed or code
        return failed

    @property
    def summary(self) -> str:
        """What was written for the job's page."""
        file = self.temp / "summary.md"
        return file.read_text("utf-8") if file.exists() else ""

    def _wanted(self, condition: str, failed: int) -> bool:
        if condition == "always()":
            return True
        for part in filter(None, condition.split(" && ")):
            name, operator, value = part.partition("==") if "==" in part else part.partition("!=")
            if (self.contexts.get(name.strip(), "") == value.strip().strip("'")) != (operator == "=="):
                return False
        return not failed

    def _use(self, step: dict[str, Any], given: Mapping[str, Mapping[str, str]]) -> None:
        action = step["uses"]
        self.used[action] = {name: self._filled(str(value)) for name, value in step.get("with", {}).items()}
        for name, value in given.get(action, {}).items():
            self.contexts[f"steps.{step.get('id')}.outputs.{name}"] = value

    def _shell(self, step: dict[str, Any]) -> int:
        assert "${{" not in step["run"], "values are passed by the environment, never pasted into a script"
        self.temp.mkdir(exist_ok=True)
        script, output = self.temp / "step.sh", self.temp / "output"
        script.write_text(step["run"], encoding="utf-8")
        output.write_text("", encoding="utf-8")
        files = {"GITHUB_OUTPUT": output, "GITHUB_STEP_SUMMARY": self.temp / "summary.md", "RUNNER_TEMP": self.temp}
        environment = {"GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_WORKSPACE": str(self.workspace)}
        environment |= {name: str(path) for name, path in files.items()}
        environment |= {name: self._filled(str(value)) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace, env={**os.environ, **environment, **self.environment},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip
        self.log += done.stdout
        for line in output.read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            self.contexts[f"steps.{step.get('id')}.outputs.{name}"] = value
        return done.returncode

    def _filled(self, text: str) -> str:
        return EXPRESSION.sub(lambda found: self.contexts.get(found[1], ""), text)


def load(path: Path) -> dict[str, Any]:
    """A YAML file of a service; `on` stays a word."""
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    return loaded
