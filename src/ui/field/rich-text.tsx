/** Shows text with simple marks. */
import { Fragment } from 'react'
import { readMarkdown } from '#ui/field/value/markdown.ts'
import type { Block, Inline } from '#ui/field/value/markdown.ts'

export function RichText({ text }: { text: string }) {
  return (
    <div className="rich-text">
      {readMarkdown(text).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  )
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'heading') {
    const Heading = block.level === 1 ? 'h3' : block.level === 2 ? 'h4' : 'h5'
    return (
      <Heading>
        <Inlines inlines={block.inlines} />
      </Heading>
    )
  }
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul'
    return (
      <List>
        {block.items.map((item, index) => (
          <li key={index}>
            <Inlines inlines={item} />
          </li>
        ))}
      </List>
    )
  }
  return block.kind === 'quote' ? (
    <blockquote>
      <Lines lines={block.lines} />
    </blockquote>
  ) : (
    <p>
      <Lines lines={block.lines} />
    </p>
  )
}

function Lines({ lines }: { lines: Inline[][] }) {
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      <Inlines inlines={line} />
    </Fragment>
  ))
}

function Inlines({ inlines }: { inlines: Inline[] }) {
  return inlines.map((inline, index) => <InlineView key={index} inline={inline} />)
}

function InlineView({ inline }: { inline: Inline }) {
  if (inline.kind === 'bold') return <strong>{inline.text}</strong>
  if (inline.kind === 'italic') return <em>{inline.text}</em>
  if (inline.kind === 'code') return <code>{inline.text}</code>
  if (inline.kind !== 'link') return inline.text
  return (
    <a href={inline.href} target="_blank" rel="noreferrer noopener">
      {inline.text}
    </a>
  )
}
