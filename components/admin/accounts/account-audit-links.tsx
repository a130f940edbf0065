import Link from 'next/link'
import { auditHref } from '@/components/admin/audit/audit-address'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { buttonClass } from '@/components/ui/button-class'

const texts = adminAccountsTexts.account.audit

interface AccountAuditLinksProps {
  account: { id: string; username: string }
}

/** Links from an account to its events in the audit log. */
export function AccountAuditLinks({ account: { id, username } }: AccountAuditLinksProps) {
  return (
    <p className="flex flex-wrap gap-2">
      <Link href={auditHref({ actor: id })} prefetch={false} className={buttonClass()}>
        {texts.actions(username)}
      </Link>
      <Link href={auditHref({ target: id })} prefetch={false} className={buttonClass()}>
        {texts.changes(username)}
      </Link>
    </p>
  )
}
