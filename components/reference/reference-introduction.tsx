import { referenceTexts } from '@/components/reference/texts'
import { Tag } from '@/components/ui/tag'

const texts = referenceTexts.introduction

/** What applies to every request. */
export function ReferenceIntroduction() {
  return (
    <div className="mb-6 grid max-w-lead gap-3 text-pretty">
      <p>
        {texts.json} <Tag>{texts.authorization}</Tag>
        {texts.tokenScheme} {texts.times}
      </p>
      <p>
        {texts.errors} <Tag>code</Tag>
        {texts.validation} <Tag>errors</Tag>. {texts.lists} <Tag>limit</Tag> {texts.and} <Tag>cursor</Tag>
        {texts.nextCursor} <Tag>next_cursor</Tag>.
      </p>
      <p>
        {texts.openApi}{' '}
        <a href="/api/v1/openapi.json" className="rounded-tag font-medium text-accent underline underline-offset-3">
          {texts.openApiLink}
        </a>
        .
      </p>
    </div>
  )
}
