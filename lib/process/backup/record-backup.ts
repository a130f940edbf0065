import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transaction } from '@/lib/db/transaction'
import type { BackupManifest } from '@/lib/process/backup/backup-manifest'
import { requireDatabase } from '@/lib/process/require-database'

/**
 * Records a completed backup in the database that was copied, where administrators see it.
 * @throws SettingsError if the database is of another version; AppError store_unavailable
 */
export async function recordBackup({ taken_at, database_bytes }: BackupManifest): Promise<void> {
  await requireDatabase()
  await transaction(async (tx) => {
    await tx.instance.updateMany({ where: { id: 1 }, data: { backedUpAt: new Date(taken_at) } })
    const target = { type: 'instance', id: '1' } as const
    const details = { taken_at, database_bytes }
    await recordAudit(tx, { action: 'backup.created', actor: null, userId: null, target, details })
  })
}
