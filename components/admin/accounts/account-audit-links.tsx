import Link from 'next/link'
import { auditHref } from '@/components/admin/audit/audit-address'
import { buttonClass } from '@/components/ui/button-class'

/** Links from an account to its events in the audit log. */
export function AccountAuditLinks({ id }: { id: string }) {
  return (
    <p className="flex flex-wrap gap-2">
      <Link href={auditHref({ actor: id })} prefetch={false} className={buttonClass()}>
        What it did
      </Link>
      <Link href={auditHref({ target: id })} prefetch={false} className={buttonClass()}>
        What was done to it
      </Link>
    </p>
  )
}
