import type { AuditAddress } from '@/components/admin/audit/audit-address'
import { auditActions } from '@/components/admin/audit/audit-words'
import { adminAuditTexts } from '@/components/admin/texts-audit'
import { FilterForm } from '@/components/ui/table/filter-form'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'

const texts = adminAuditTexts.filters

/** Filters the audit log by actor, action, target and days. */
export function AuditFilters({ address: { actor, action, target, since, until } }: { address: AuditAddress }) {
  return (
    <FilterForm key={JSON.stringify([actor, action, target, since, until])} label={texts.label}>
      <TextField
        label={texts.actor}
        name="actor"
        placeholder={texts.actorPlaceholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        defaultValue={actor}
        error={undefined}
      />
      <SelectField label={texts.action} name="action" defaultValue={action ?? ''}>
        <option value="">{texts.allActions}</option>
        {auditActions.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        label={texts.target}
        name="target"
        placeholder={texts.targetPlaceholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        defaultValue={target}
        error={undefined}
      />
      <TextField label={texts.since} name="since" type="date" defaultValue={since} error={undefined} />
      <TextField label={texts.until} name="until" type="date" defaultValue={until} error={undefined} />
    </FilterForm>
  )
}
