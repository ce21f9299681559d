/** What the rules of the house ask of a file's tree, found in one walk. */
import type { ESTree } from 'vite'

export interface Span {
  start: number
  end: number
}

export interface Facts {
  /** Kinds of node that occur. */
  kinds: ReadonlySet<string>
  /** Literal texts: strings, templates, words between tags; not SQL, which can be broken. */
  texts: Span[]
  functions: Span[]
  /** Classes that are no errors. */
  otherClasses: Span[]
  emptyCatches: Span[]
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

export function factsOf(program: ESTree.Program): Facts {
  const kinds = new Set<string>()
  const statements = new Set<ESTree.Node>()
  const facts: Facts = { kinds, texts: [], functions: [], otherClasses: [], emptyCatches: [] }
  walk(program, (node) => {
    kinds.add(node.type)
    if (isSql(node)) statements.add(node.quasi)
    if (isText(node) && !statements.has(node)) facts.texts.push(node)
    if (functions.has(node.type)) facts.functions.push(node)
    if (isOtherClass(node)) facts.otherClasses.push(node)
    if (node.type === 'CatchClause' && node.body.body.length === 0) facts.emptyCatches.push(node)
  })
  return facts
}

function isSql(node: ESTree.Node): node is ESTree.TaggedTemplateExpression {
  if (node.type !== 'TaggedTemplateExpression') return false
  return node.tag.type === 'Identifier' && node.tag.name === 'sql'
}

function isText(node: ESTree.Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string'
  return node.type === 'TemplateLiteral' || node.type === 'JSXText'
}

function isOtherClass(node: ESTree.Node): boolean {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return false
  const { superClass } = node
  return !(superClass?.type === 'Identifier' && superClass.name === 'Error')
}

/** Calls `look` with every node of a tree. */
function walk(node: unknown, look: (node: ESTree.Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (Array.isArray(node)) {
    for (const inner of node) walk(inner, look)
    return
  }
  if ('type' in node && typeof node.type === 'string') look(node as ESTree.Node)
  for (const key in node) walk((node as Record<string, unknown>)[key], look)
}
