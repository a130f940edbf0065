/** A section of docs/benchmarks.md. */
export interface Section {
  title: string
  markdown: string
}

/** What a scenario gets from the runner. */
export interface BenchContext {
  /** A directory for temporary files, deleted when the run ends. */
  scratch: string
  /** Prints a progress line. */
  say(line: string): void
}

/** A file in bench/ that measures something and returns its section. It may throw when a goal is missed. */
export interface Scenario {
  run(context: BenchContext): Promise<Section>
}
