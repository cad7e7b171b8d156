import path from 'node:path';
import compiler from 'miniprogram-compiler';

/** A drawn node, its tag without WeChat's `wx-`. */
export interface Drawn {
  tag: string;
  attr: Record<string, string | undefined>;
  children: (Drawn | string)[];
  parent?: Drawn;
}
interface RawNode {
  tag: string;
  attr?: Record<string, unknown>;
  children: (RawNode | string)[];
}
type Draw = (file: string) => (data: object) => RawNode;

const compiled = new Map<string, Draw>();

/** WeChat's own WXML compiler over a built package: what comes back draws a page's data as WeChat would. */
export function compileWxml(dist: string): Draw {
  const known = compiled.get(dist);
  if (known) {
    return known;
  }
  const source = compiler.wxmlToJs(path.resolve(dist));
  const draw = new Function('window', '__wxAppCode__', source)({ __wxAppCode__: {} }, {}) as Draw;
  compiled.set(dist, draw);
  return draw;
}

/** Draws a page. Below sixteen levels Taro's templates hand over to the component `comp`, which is drawn in its place. */
export function drawPage(dist: string, route: string, data: object): Drawn {
  const draw = compileWxml(dist);
  const link = (raw: RawNode, parent?: Drawn): Drawn => {
    const node = raw.tag === 'wx-comp' ? draw('comp.wxml')({ i: raw.attr?.i, l: raw.attr?.l }) : raw;
    const drawn: Drawn = {
      tag: node.tag.replace(/^wx-/, ''),
      attr: (node.attr ?? {}) as Drawn['attr'],
      children: [],
      parent,
    };
    drawn.children = node.children.map((child) =>
      typeof child === 'object' ? link(child, drawn) : String(child),
    );
    return drawn;
  };
  return link(draw(`${route}.wxml`)(data));
}

/** A node and everything in it. */
export function* nodesOf(node: Drawn): Generator<Drawn> {
  yield node;
  for (const child of node.children) {
    if (typeof child !== 'string') {
      yield* nodesOf(child);
    }
  }
}

/** What can be read of a node: neighbouring texts run on, elements stand apart by a space. */
export function textOf(node: Drawn): string {
  const pieces: string[] = [];
  node.children.forEach((child, i) => {
    const isRunOn = typeof child === 'string' && typeof node.children[i - 1] === 'string';
    const text = typeof child === 'string' ? child : textOf(child);
    if (isRunOn) {
      pieces.push((pieces.pop() ?? '') + text);
    } else {
      pieces.push(text);
    }
  });
  return pieces.filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
}
