// The body of a thread of hashing-threads.ts: does one bcrypt after the other, and nothing else.
import bcrypt from 'bcrypt'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'

// On Linux this is the priority of the calling thread alone; elsewhere it would be the process's.
if (process.platform === 'linux') setPriority(workerData.niceness)

parentPort?.on('message', (/** @type {import('./hashing-threads').HashingJob} */ job) => {
  const { password } = job
  const result = job.cost === null ? bcrypt.compareSync(password, job.hash) : bcrypt.hashSync(password, job.cost)
  parentPort?.postMessage(result)
})
