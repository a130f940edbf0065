import type { AuditAddress } from '@/components/admin/audit/audit-address'
import { auditActions } from '@/components/admin/audit/audit-words'
import { FilterForm } from '@/components/ui/table/filter-form'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'

/** Filters the audit log by actor, action, target and days. */
export function AuditFilters({ address: { actor, action, target, since, until } }: { address: AuditAddress }) {
  return (
    <FilterForm key={JSON.stringify([actor, action, target, since, until])} label="Filter the trail">
      <TextField
        label="Who"
        name="actor"
        placeholder="Username, address or id"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        defaultValue={actor}
        error={undefined}
      />
      <SelectField label="What" name="action" defaultValue={action ?? ''}>
        <option value="">Everything</option>
        {auditActions.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        label="To what"
        name="target"
        placeholder="Id of an account or a token"
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        defaultValue={target}
        error={undefined}
      />
      <TextField label="From day (UTC)" name="since" type="date" defaultValue={since} error={undefined} />
      <TextField label="To day (UTC)" name="until" type="date" defaultValue={until} error={undefined} />
    </FilterForm>
  )
}
