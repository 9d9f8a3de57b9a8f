# Completion of extract_events for bash.
_extract_events() {
  local current=$2 previous=$3
  COMPREPLY=()
  case $previous in
    --input-format) mapfile -t COMPREPLY < <(compgen -W 'text html json jsonl csv tsv' -- "$current") ;;
    --format) mapfile -t COMPREPLY < <(compgen -W 'json jsonl csv tsv text html brat' -- "$current") ;;
    --records) mapfile -t COMPREPLY < <(compgen -W 'events mentions statements times' -- "$current") ;;
    --status) mapfile -t COMPREPLY < <(compgen -W 'occurred planned proposed cancelled denied' -- "$current") ;;
    --type) mapfile -t COMPREPLY < <(compgen -W 'call meeting' -- "$current") ;;
    --offsets) mapfile -t COMPREPLY < <(compgen -W 'codepoint utf16 byte' -- "$current") ;;
    --print-schema)
      mapfile -t COMPREPLY < <(compgen -W 'json-schema duckdb clickhouse postgres elasticsearch' -- "$current") ;;
    --encoding) mapfile -t COMPREPLY < <(compgen -W 'windows-1256 ISO-8859-6 UTF-16 UTF-8' -- "$current") ;;
    --data) mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    --published | --time-zone | --min-confidence | --jobs | -j | --*-field) ;;
    *)
      if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W '--files-from --input-format --encoding --published --time-zone --text-field
          --title-field --date-field --url-field --source-field --language-field --id-field --format --records --excel
          --output --min-confidence --main-only --status --type --offsets --with-text --explain --print-schema --data --jobs
          --strict --quiet --help --version' -- "$current")
      else
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
      fi ;;
  esac
}
complete -o filenames -F _extract_events extract_events
