/**
 * Tables that code declares: entity classes by their decorators, and table objects by the functions that make them.
 *
 * What a decorator or function means is said by the tags of its library model.
 */
import { ts } from 'ts-morph'
import { append } from '../findings/multimap.js'
import { argumentsOf, atPath, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import type { Program } from './program.js'
import { heritageOf, type Resolver } from './resolver.js'
import { readAssociations } from './associations.js'
import { readDeleteHooks } from './delete-hooks.js'
import { readEntitySchema } from './entity-schemas.js'
import { deleteAction, removesChildren, targetName } from './relation-targets.js'
import { calleeName, type FileFacts } from './syntax.js'
import { readIndexCalls, readTableObject } from './table-objects.js'
import type { Call, Column, PartialKey, Relation, Table } from './types.js'

/** Base classes are followed this far. */
const MOST_BASES = 8

/** Reads all declared tables. Only decorated classes and calls by the names of tagged functions are looked at. */
export function readEntityTables(program: Program, resolver: Resolver): Table[] {
  const makers = entityFunctions(program)
  if (makers.size === 0) return []
  const reader = new EntityReader(program, resolver)
  const calls = new Map<ts.SourceFile, Call[]>()
  for (const call of program.calls.named(makers)) if (!ts.isDecorator(call.node.parent)) append(calls, call.node.getSourceFile(), call)
  const tables = program.facts.flatMap((facts) => {
    const classes = facts.decorators.flatMap(({ node, name, target }) => (makers.has(name) && ts.isClassLike(target) ? (reader.fromClass(node, target, facts) ?? []) : []))
    return [...classes, ...(calls.get(facts.sourceFile) ?? []).flatMap((call) => reader.fromCall(call.node, facts) ?? [])]
  })
  const associations = readAssociations(program, resolver)
  if (associations.length === 0) return tables
  return tables.map((table) => {
    const own = associations.filter(({ owner }) => owner === table.name || owner === table.label.toLowerCase())
    return own.length === 0 ? table : { ...table, relations: [...table.relations, ...own.map(({ relation }) => relation)] }
  })
}

/** Names of functions and decorators that the loaded models tag as making a table, also under an import alias. */
function entityFunctions(program: Program): Set<string> {
  const names = new Set<string>()
  for (const sourceFile of program.program.getSourceFiles())
    if (program.isModel(sourceFile))
      for (const [, name] of sourceFile.text.matchAll(/@entity\b(?:(?!\*\/)[^])*\*\/\s*(?:(?:export|declare|function|const|static|abstract|class)\s+)*([\w$]+)/g)) if (name) names.add(name)
  if (names.size === 0) return names
  for (const { sourceFile } of program.facts)
    for (const statement of sourceFile.statements) {
      const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined
      if (!bindings || !ts.isNamedImports(bindings)) continue
      for (const { propertyName, name } of bindings.elements) if (propertyName && names.has(propertyName.text)) names.add(name.text)
    }
  return names
}

class EntityReader {
  /** Tags by file and name of the decorator: the same name means the same in one file. */
  private readonly decoratorTags = new Map<string, readonly Tag[]>()

  constructor(
    private readonly program: Program,
    private readonly resolver: Resolver,
  ) {}

  fromClass(decorator: ts.Decorator, node: ts.ClassLikeDeclaration, facts: FileFacts): Table | undefined {
    const entity = this.tagsOf(decorator).find((tag) => tag.name === 'entity')
    const file = this.program.fileOf(node.getSourceFile())
    if (!entity || !file || !node.name) return undefined
    const name = node.name.text
    const columns: Column[] = []
    const relations: Relation[] = []
    const keys: string[][] = []
    const partialKeys: PartialKey[] = []
    for (const member of this.membersOf(node)) this.readMember(member, columns, relations, keys)
    for (const owner of this.lineage(node))
      for (const other of ts.canHaveDecorators(owner) ? (ts.getDecorators(owner) ?? []) : [])
        for (const tag of this.tagsOf(other)) {
          if (tag.name !== 'unique') continue
          const found = this.uniqueKey(other, tag)
          const of = conditionColumns(other)
          if (of) partialKeys.push(...found.map((key) => ({ columns: key, of, is: conditionValues(other) })))
          else keys.push(...found)
        }
    const schema = schemaMadeOf(name, facts)
    if (schema !== undefined) {
      relations.push(...readDeleteHooks(schema, facts, this.resolver))
      readIndexCalls(schema, facts, { keys, partialKeys })
    }
    return {
      name: name.toLowerCase(),
      label: name,
      databaseName: (this.nameGiven(decorator, entity) ?? snakeCase(name)).toLowerCase(),
      columns,
      uniqueKeys: withPrimary(keys),
      partialKeys,
      relations,
      source: 'entity',
      place: { file, start: node.name.getStart(), end: node.name.getEnd() },
    }
  }

  fromCall(node: ts.Node, facts: FileFacts): Table | undefined {
    if (ts.isNewExpression(node)) {
      const made = this.resolver.libraryOf(this.resolver.symbolOf(node.expression))?.tags.some((tag) => tag.name === 'entity') ? readEntitySchema(node, facts, this.resolver) : undefined
      return made && { ...made, uniqueKeys: withPrimary(made.uniqueKeys) }
    }
    if (!ts.isCallExpression(node)) return undefined
    const library = this.resolver.libraryOf(this.resolver.symbolOf(node.expression), node)
    const entity = library?.tags.find((tag) => tag.name === 'entity')
    const receiver = receiverOf(node)
    // `Order.init({...}, {...})`: the class is what code calls the table.
    const owner = entity && /columns=/.test(entity.value) && receiver ? targetName(receiver) : undefined
    const named = entity && (this.nameGiven(node, entity) ?? owner)
    if (named === undefined) return undefined
    const declared = readTableObject(node, { label: owner ?? named, stored: named, columns: Number(/columns=(\d)/.exec(entity?.value ?? '')?.[1] ?? 1) }, facts, this.resolver)
    return declared && { ...declared, uniqueKeys: withPrimary(declared.uniqueKeys) }
  }

  /** Tags of the function a decorator calls. */
  private tagsOf(decorator: ts.Decorator): readonly Tag[] {
    const expression = ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression
    const key = `${decorator.getSourceFile().fileName} ${expression.getText()}`
    let tags = this.decoratorTags.get(key)
    if (!tags) {
      const call = ts.isCallExpression(decorator.expression) ? decorator.expression : undefined
      tags = this.resolver.libraryOf(this.resolver.symbolOf(expression), call)?.tags ?? []
      this.decoratorTags.set(key, tags)
    }
    return tags
  }

  private nameGiven(node: ts.Node, entity: Tag): string | undefined {
    const path = /name=(\S+)/.exec(entity.value)?.[1]
    if (!path) return undefined
    for (const alternative of path.split('|'))
      for (const value of this.at(node, alternative)) {
        const text = this.textOf(value)
        if (text !== undefined && text !== '') return text.replace(/^.*\./, '')
      }
    return undefined
  }

  /** The class and its project base classes, nearest first. */
  private lineage(node: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration[] {
    const found = [node]
    for (let current: ts.ClassLikeDeclaration | undefined = node; current && found.length < MOST_BASES; ) {
      const base: ts.Expression | undefined = heritageOf(current)
      const declaration: ts.Declaration | undefined = base && this.resolver.symbolOf(base)?.declarations?.find(ts.isClassLike)
      current = declaration && ts.isClassLike(declaration) && !found.includes(declaration) && !this.program.isModel(declaration.getSourceFile()) ? declaration : undefined
      if (current) found.push(current)
    }
    return found
  }

  /** Properties by name; those of a class hide those of its bases. */
  private membersOf(node: ts.ClassLikeDeclaration): ts.PropertyDeclaration[] {
    const members = new Map<string, ts.PropertyDeclaration>()
    for (const owner of this.lineage(node))
      for (const member of owner.members)
        if (ts.isPropertyDeclaration(member)) {
          const name = memberName(member)
          if (name !== undefined && !members.has(name)) members.set(name, member)
        }
    return [...members.values()]
  }

  private readMember(member: ts.PropertyDeclaration, columns: Column[], relations: Relation[], keys: string[][]): void {
    const name = memberName(member)
    const file = this.program.fileOf(member.getSourceFile())
    if (name === undefined || !file) return
    let isColumn = false
    let isUnique = false
    let nullable = member.questionToken !== undefined
    let isLeftOut = false
    let databaseName: string | undefined
    for (const decorator of ts.getDecorators(member) ?? []) {
      for (const tag of this.tagsOf(decorator)) {
        if (tag.name === 'column') {
          isColumn = true
          const options = this.optionsOf(decorator, tag)
          const primary = /\bprimary\b/.test(tag.value) || options.some((one) => this.isOn(one, 'primary', 'primaryKey'))
          isUnique ||= primary || /\bunique\b/.test(tag.value) || options.some((one) => this.isOn(one, 'unique'))
          nullable ||= options.some((one) => this.isOn(one, 'nullable', 'allowNull'))
          isLeftOut ||= options.some((one) => propertyOf(one, 'select').some(({ kind }) => kind === ts.SyntaxKind.FalseKeyword) || this.isOn(one, 'lazy'))
          databaseName ??= options.flatMap((one) => ['name', 'fieldName', 'field'].flatMap((key) => propertyOf(one, key))).map((value) => this.textOf(value)).find((text) => text !== undefined)
        } else if (tag.name === 'unique') isUnique ||= this.holds(decorator, tag) && !conditionColumns(decorator)
        else if (tag.name === 'relation') {
          const relation = this.relationOf(decorator, tag, name, member)
          if (relation) relations.push({ ...relation, place: { file, start: member.getStart(), end: member.getEnd() } })
          // One row for each of the other side: the key that joins them is unique.
          if (relation?.holdsKey && / shared\b/.test(tag.value)) keys.push([`${name}id`.toLowerCase()], [name.toLowerCase()], ...this.joinColumns(member, this.optionsOf(decorator, tag)))
        }
      }
    }
    if (isColumn) columns.push({ name, type: member.type?.getText(), nullable, ...(isLeftOut && { isLeftOut }), ...(databaseName !== undefined && { databaseName }) })
    if (isUnique) keys.push([name.toLowerCase()])
  }

  private relationOf(decorator: ts.Decorator, tag: Tag, name: string, member: ts.PropertyDeclaration): Omit<Relation, 'place'> | undefined {
    const path = /target=(\S+)/.exec(tag.value)?.[1]
    const options = this.optionsOf(decorator, tag)
    const given = [...(path ? this.at(decorator, path) : []), ...options.flatMap((one) => propertyOf(one, 'entity'))]
    const target = given.map(targetName).find((one) => one !== undefined) ?? typeTarget(member.type)
    if (target === undefined) return undefined
    const declared = / follows\b/.test(tag.value) ? undefined : options.flatMap((one) => [...propertyOf(one, 'onDelete'), ...propertyOf(one, 'deleteRule')]).map((value) => deleteAction(this.textOf(value))).find((action) => action !== undefined)
    const isJoined = (ts.getDecorators(member) ?? []).some(({ expression }) => ts.isCallExpression(expression) && calleeName(expression.expression) === 'JoinColumn')
    const holdsKey = / key\b/.test(tag.value) || (/ shared\b/.test(tag.value) && (isJoined || declared !== undefined || options.some((one) => this.isOn(one, 'owner'))))
    // Rows between two tables go with either; they are nobody's own.
    const standard = holdsKey && / kept\b/.test(tag.value) ? 'no-action' : undefined
    const onDelete = / through\b/.test(tag.value) ? undefined : (declared ?? (options.some((one) => removesChildren(one, holdsKey)) ? 'cascade' : standard))
    const isPromise = member.type !== undefined && ts.isTypeReferenceNode(member.type) && member.type.typeName.getText() === 'Promise'
    return { name, target: target.toLowerCase(), many: tag.value.startsWith('many'), holdsKey, key: holdsKey ? this.joinColumns(member, options)[0]?.[0] : undefined, ...(holdsKey && / before\b/.test(tag.value) && { isBefore: true }), ...(/ apart\b/.test(tag.value) && { isApart: true }), onDelete, lazy: isPromise || options.some((one) => this.isOn(one, 'lazy')) }
  }

  /** Names given to the columns that join two tables: `@JoinColumn({ name: 'order_id' })`, `@OneToOne({ joinColumn: 'order_id' })`. */
  private joinColumns(member: ts.PropertyDeclaration, options: readonly ts.Expression[]): string[][] {
    const joins = (ts.getDecorators(member) ?? []).filter(({ expression }) => ts.isCallExpression(expression) && calleeName(expression.expression) === 'JoinColumn')
    const given = [...joins.flatMap((decorator) => argumentsOf(decorator).flatMap((argument) => propertyOf(argument, 'name'))), ...options.flatMap((one) => [...propertyOf(one, 'joinColumn'), ...propertyOf(one, 'fieldName')])]
    return given.flatMap((value) => this.textOf(value) ?? []).map((text) => [text.toLowerCase()])
  }

  /** `@Unique(['a', 'b'])`, `@Unique('name', ['a', 'b'])`, `@Unique({ properties: ['a', 'b'] })`, `@Unique((order) => [order.a])`. */
  private uniqueKey(decorator: ts.Decorator, tag: Tag): string[][] {
    const path = /columns=(\S+)/.exec(tag.value)?.[1]
    if (!path || !this.holds(decorator, tag)) return []
    for (const value of path.split('|').flatMap((alternative) => this.at(decorator, alternative))) {
      const key = this.columnNames(value)
      if (key.length > 0) return [key]
    }
    return []
  }

  /** Whether a key is unique at this place: `if` names the option that says so. */
  private holds(decorator: ts.Decorator, tag: Tag): boolean {
    const path = /\bif=(\S+)/.exec(tag.value)?.[1]
    return !path || this.at(decorator, path).some((value) => value.kind === ts.SyntaxKind.TrueKeyword)
  }

  private columnNames(expression: ts.Expression): string[] {
    const value = skipOuter(expression)
    if (ts.isArrowFunction(value) && !ts.isBlock(value.body)) return this.columnNames(value.body)
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => this.columnNames(element))
    // `{ a: 1, b: 1 }` in what an arrow returns.
    if (ts.isObjectLiteralExpression(value)) return value.properties.flatMap((property) => (property.name && ts.isIdentifier(property.name) && ts.isPropertyAssignment(property) && ts.isNumericLiteral(property.initializer) ? [property.name.text.toLowerCase()] : []))
    if (ts.isPropertyAccessExpression(value)) return [value.name.text.toLowerCase()]
    const text = this.textOf(value)
    return text === undefined ? [] : [text.toLowerCase()]
  }

  /** Option objects: where the tag says, else any object given. */
  private optionsOf(decorator: ts.Decorator, tag: Tag): ts.Expression[] {
    const path = /options=(\S+)/.exec(tag.value)?.[1]
    const given = path ? path.split('|').flatMap((alternative) => this.at(decorator, alternative)) : argumentsOf(decorator)
    return given.map((value) => this.resolver.initializerOf(value) ?? value).filter((value) => ts.isObjectLiteralExpression(skipOuter(value)))
  }

  private isOn(options: ts.Expression, ...properties: string[]): boolean {
    return properties.some((property) => propertyOf(options, property).some((value) => skipOuter(value).kind !== ts.SyntaxKind.FalseKeyword))
  }

  private at(node: ts.Node, path: string): ts.Expression[] {
    return atPath(node, path, (expression) => this.resolver.initializerOf(expression))
  }

  private textOf(expression: ts.Expression): string | undefined {
    const value = skipOuter(expression)
    if (ts.isStringLiteralLike(value)) return value.text
    const initializer = this.resolver.initializerOf(value)
    return initializer && ts.isStringLiteralLike(skipOuter(initializer)) ? (skipOuter(initializer) as ts.StringLiteralLike).text : undefined
  }
}

/** Words of the condition of a partial index, `where: '"isActive" = true'`, which leaves duplicates among other rows; undefined where there is none. */
function conditionColumns(decorator: ts.Decorator): string[] | undefined {
  const [condition] = argumentsOf(decorator).flatMap((argument) => propertyOf(argument, 'where'))
  return condition && (condition.getText().replace(/'[^']*'(?!$)/g, '').match(/[a-z_]\w*/gi) ?? []).map((word) => word.toLowerCase()).filter((word) => !/^(?:is|not|null|and|or|true|false|in)$/.test(word))
}

/** `isactive=true` of `where: '"isActive" = true'`, `email!=null` of `'email IS NOT NULL'`. */
function conditionValues(decorator: ts.Decorator): string[] {
  const text = argumentsOf(decorator).flatMap((argument) => propertyOf(argument, 'where'))[0]?.getText() ?? ''
  if (/\bor\b/i.test(text)) return []
  const equal = [...text.matchAll(/(\w+)["'`]?\s*=\s*(?:'([^']*)'|(true|false)\b)/gi)].map(([, column = '', word, truth]) => `${column}=${word ?? truth ?? ''}`.toLowerCase())
  return [...equal, ...[...text.matchAll(/(\w+)["'`]?\s+is\s+(not\s+)?null/gi)].map(([, column = '', not]) => `${column.toLowerCase()}${not ? '!' : ''}=null`)]
}

/** The entity in a property's type: `Order`, `Order[]`, `Promise<Order[]>`, `Collection<Order>`, `Order | null`. */
function typeTarget(type: ts.TypeNode | undefined): string | undefined {
  return type?.getText().match(/\b[A-Z]\w*/g)?.findLast((name) => !/^(?:Promise|Collection|Array|Relation|Ref|Reference|Loaded|Opt|Hidden)$/.test(name))
}

/** The variable that holds the schema made of a decorated class: `const OrderSchema = SchemaFactory.createForClass(Order)`. */
function schemaMadeOf(name: string, facts: FileFacts): string | undefined {
  for (const call of facts.units.flatMap((unit) => unit.calls))
    if (call.name === 'createForClass' && ts.isCallExpression(call.node) && call.node.arguments[0]?.getText() === name && ts.isVariableDeclaration(call.node.parent)) return call.node.parent.name.getText()
  return undefined
}

/** An entity that declares no primary key has one all the same. */
function withPrimary(keys: readonly (readonly string[])[]): (readonly string[])[] {
  const distinct = [...new Map(keys.map((key) => [key.join(), key])).values()]
  return distinct.some((key) => key.length === 1 && /^_?id$/.test(key[0] ?? '')) ? distinct : [...distinct, ['id'], ['_id']]
}

function memberName(member: ts.PropertyDeclaration): string | undefined {
  return ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name) ? member.name.text : undefined
}

function snakeCase(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2')
}

