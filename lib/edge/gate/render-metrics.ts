import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import { hashingLoad } from '@/lib/base/passwords/password-hash'
import { measureOutbox } from '@/lib/domain/mail/measure-outbox'
import { counters, countsOf, type CounterName } from '@/lib/base/metrics/count'
import { requestHistogram } from '@/lib/base/metrics/request-histogram'
import { checkReadiness } from '@/lib/domain/service/readiness'
import { singleton } from '@/lib/base/singleton'
import { useLedger } from '@/lib/keys/note-use'

/** Renders the metrics of this process for Prometheus, and names the content type of that text. */
export async function renderMetrics(): Promise<{ contentType: string; body: string }> {
  const registry = singleton('metrics', makeRegistry)
  return { contentType: registry.contentType, body: await registry.metrics() }
}

function makeRegistry(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  for (const name of Object.keys(counters) as CounterName[]) registerCounter(registry, name)
  registry.registerMetric(requestHistogram())
  registerGauges(registry)
  return registry
}

/** Registers a counter whose values are counted elsewhere and read on each scrape. */
function registerCounter(registry: Registry, name: CounterName): void {
  const { help, label } = counters[name]
  new Counter({
    name: `latchkey_${name}_total`,
    help,
    labelNames: label === null ? [] : [label],
    registers: [registry],
    collect() {
      this.reset()
      for (const [value, number] of countsOf(name)) this.inc(label === null ? {} : { [label]: value }, number)
    },
  })
}

function registerGauges(registry: Registry): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name: `latchkey_${name}`,
      help,
      registers: [registry],
      async collect() {
        try {
          this.set(await read())
        } catch {
          // Without the database there is no value, and a wrong one would be worse.
          this.remove()
        }
      },
    })
  const isReady = () => checkReadiness().then(() => 1, () => 0) // prettier-ignore
  gauge('ready', 'Whether the process is ready to serve requests: 1 or 0', isReady)
  gauge(
    'database_clock_skew_seconds',
    "The database's clock minus the process's clock, in seconds",
    async () => (await checkReadiness()) / 1000,
  )
  gauge('password_hashes_running', 'Password hashes being computed right now', () => hashingLoad().running)
  gauge('password_hashes_waiting', 'Password hashes waiting in the queue', () => hashingLoad().waiting)
  gauge('use_ledger_tokens', 'Tokens whose usage is held in memory until it is written', () => useLedger().size)
  gauge('outbox_mails', 'Emails waiting to be sent', async () => (await measureOutbox()).mails)
  gauge(
    'outbox_oldest_seconds',
    'Age of the oldest email waiting to be sent, in seconds',
    async () => (await measureOutbox()).oldestSeconds,
  )
}
