#!/usr/bin/env bash
# What action.yml runs: annotations on standard output, a SARIF file, a summary of the job.
# Reads NUMCHECK_PATHS, NUMCHECK_CHANGED_ONLY, NUMCHECK_FAIL_ON, NUMCHECK_ARGS and NUMCHECK_BASE,
# and writes where GITHUB_OUTPUT and GITHUB_STEP_SUMMARY point.
set -euo pipefail

sarif=${NUMCHECK_SARIF:-numcheck.sarif}
read -ra paths <<<"${NUMCHECK_PATHS:-.}"
read -ra more <<<"${NUMCHECK_ARGS:-}"
options=(--format github --output "sarif=$sarif" --fail-on "${NUMCHECK_FAIL_ON:-error}")
options+=("${more[@]}")
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  options+=(--output "markdown=$GITHUB_STEP_SUMMARY")
fi

# The commit before the change; on the first push of a branch it is all zeros and unknown.
base=${NUMCHECK_BASE:-}
if [[ ${NUMCHECK_CHANGED_ONLY:-true} == true && -n $base && ! $base =~ ^0+$ ]]; then
  git cat-file -e "$base^{commit}" 2>/dev/null || git fetch --quiet --depth=1 origin "$base"
  changed=$(mktemp)
  trap 'rm -f "$changed"' EXIT
  git -c core.quotepath=off diff --name-only --diff-filter=d "$base" HEAD >"$changed"
  options+=(--among "$changed")
fi

[[ -z ${GITHUB_OUTPUT:-} ]] || echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
numcheck check "${paths[@]}" "${options[@]}"
