/** A part of docs/benchmarks.md. */
export interface Section {
  title: string
  markdown: string
}

/** What a scenario may use. */
export interface BenchContext {
  /** A folder for its files, which is gone when the run ends. */
  scratch: string
  /** A line for whoever waits. */
  say(line: string): void
}

/** One file of bench/: measures, and tells what it found. Throws when a goal is missed. */
export interface Scenario {
  run(context: BenchContext): Promise<Section>
}
