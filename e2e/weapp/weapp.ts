/**
 * Runs the *built* mini-program (dist/weapp) without WeChat's tools: its JavaScript in a bare VM context (no window, no document)
 * with a fake `wx`, App() and Page(); its pages drawn by WeChat's own WXML compiler, so that what a test finds and taps is the
 * tree that WeChat would draw from the page's data.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { FakeApi } from './fakeApi';
import { fakeWx, type Launch, type WxCall, type WxOptions } from './fakeWx';
import { type Drawn, drawPage, nodesOf, textOf } from './wxml';

const DIST = 'dist/weapp';
const LONG_MS = 1_000;
/** How long a page may take at most: an end of hope, not a measure, for the machine may be busy. */
const PATIENCE_MS = 30_000;

interface WxPage {
  route: string;
  data: Record<string, unknown>;
  setData(patch: Record<string, unknown>, done?: () => void): void;
  onLoad(query: Record<string, string>): void;
  onShow?(): void;
  onHide?(): void;
  onReady?(): void;
  onUnload?(): void;
  [handler: string]: unknown;
}
interface WxApp {
  onLaunch?(launch: Launch): void;
  onShow?(launch: Launch): void;
}

export interface WeappOptions {
  api?: FakeApi;
  /** Answers of single `wx` functions, see fakeWx. */
  wx?: Record<string, (options: WxOptions) => object | Error>;
  scene?: number;
  /** What the phone has kept from before. */
  storage?: Map<string, unknown>;
}

function assign(target: object, dotted: string, value: unknown): void {
  const keys = dotted.match(/[^.[\]]+/g) ?? [];
  let here = target as Record<string, unknown>;
  keys.slice(0, -1).forEach((key, i) => {
    here[key] ??= /^\d+$/.test(keys[i + 1] ?? '') ? [] : {};
    here = here[key] as Record<string, unknown>;
  });
  here[keys.at(-1) ?? ''] = value;
}

export class Weapp {
  readonly api: FakeApi;
  readonly calls: WxCall[];
  readonly storage: Map<string, unknown>;
  private readonly context: vm.Context;
  private readonly configs = new Map<string, Omit<WxPage, 'route' | 'setData'>>();
  private readonly modules = new Map<string, { exports: unknown }>();
  private app: WxApp = {};
  private stack: WxPage[] = [];
  private loading = '';

  /** @param url The page that the mini-program is opened at, with its query as WeChat hands it on: not decoded. */
  constructor(
    url: string,
    { api = new FakeApi(), wx: overrides = {}, scene = 1001, storage = new Map() }: WeappOptions = {},
  ) {
    this.api = api;
    this.storage = storage;
    const { route, query } = split(url);
    const launch: Launch = { path: route, query, scene };
    const pages = { go: this.go.bind(this), back: this.back.bind(this) };
    const { wx, calls } = fakeWx(api, pages, storage, launch, overrides);
    this.calls = calls;
    this.context = vm.createContext({
      wx,
      console,
      // A phone's long wait must not keep the tests from ending.
      setTimeout: (run: () => void, ms = 0) =>
        ms > LONG_MS ? setTimeout(run, ms).unref() : setTimeout(run, ms),
      clearTimeout,
      setInterval: (run: () => void, ms: number) => setInterval(run, ms).unref(),
      clearInterval,
      App: (config: WxApp) => {
        this.app = config;
      },
      Page: (config: Omit<WxPage, 'route' | 'setData'>) => this.configs.set(this.loading, config),
      Component: () => undefined,
      Behavior: (config: unknown) => config,
      getApp: () => this.app,
      getCurrentPages: () => this.stack,
    });
    // WeChat has `global`, and neither window nor document.
    this.context.global = this.context;
    this.run('app.js');
    this.app.onLaunch?.(launch);
    this.app.onShow?.(launch);
    this.go('reLaunch', `/${url}`);
  }

  get route(): string {
    return this.page.route;
  }
  get text(): string {
    return textOf(this.draw());
  }
  private get page(): WxPage {
    return this.must(this.stack.at(-1), 'a page');
  }

  /** The page as WeChat would draw it now. */
  draw(): Drawn {
    return drawPage(DIST, this.route, this.page.data);
  }
  byId(id: string): Drawn {
    return this.must(
      [...nodesOf(this.draw())].find((node) => node.attr.id === id),
      `#${id}`,
    );
  }
  byClass(name: string): Drawn[] {
    return [...nodesOf(this.draw())].filter((node) => (node.attr.class ?? '').split(/\s+/).includes(name));
  }
  /** The innermost node whose words are exactly these. */
  byText(text: string): Drawn {
    return this.must([...nodesOf(this.draw())].filter((node) => textOf(node) === text).at(-1), `"${text}"`);
  }
  /** The box to type in of a form's field. */
  box(field: string): Drawn {
    const inside = [...nodesOf(this.byId(`field-${field}`))];
    return this.must(
      inside.find((node) => node.tag === 'input' || node.tag === 'textarea'),
      `an input in #field-${field}`,
    );
  }

  /** Fires an event as WeChat does: the handler of the node and, where it bubbles, those around it. */
  async fire(node: Drawn, type: string, detail: object = {}): Promise<void> {
    const bubbles = type === 'tap';
    const reference = (of: Drawn) => ({
      id: of.attr.id,
      dataset: { sid: of.attr['data-sid'] },
      offsetLeft: 0,
      offsetTop: 0,
    });
    let isHandled = false;
    for (let at: Drawn | undefined = node; at; at = bubbles ? at.parent : undefined) {
      const caught = at.attr[`catch${type}`];
      const handler = caught ?? at.attr[`bind${type}`];
      if (handler) {
        isHandled = true;
        const event = {
          type,
          timeStamp: Date.now(),
          target: reference(node),
          currentTarget: reference(at),
          mark: {},
          detail,
          touches: [],
          changedTouches: [],
        };
        (this.page[handler] as (event: object) => void).call(this.page, event);
      }
      if (caught) {
        break;
      }
    }
    if (!isHandled) {
      throw new Error(`Nothing from <${node.tag} id=${node.attr.id}> up binds ${type}`);
    }
    await this.rest();
  }
  tap(node: Drawn): Promise<void> {
    return this.fire(node, 'tap');
  }
  async type(field: string, value: string): Promise<void> {
    await this.fire(this.box(field), 'input', { value, cursor: value.length });
    await this.fire(this.box(field), 'blur', { value });
  }

  settle(ms = 40): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
  /** Waits until the page has come to rest: on a busy machine that takes longer than one turn. */
  private async rest(): Promise<void> {
    let before = '';
    for (let still = 0, turns = 0; still < 3 && turns < 75; turns += 1) {
      await this.settle();
      const now = this.stack.length > 0 ? `${this.route} ${this.text}` : '';
      still = now === before ? still + 1 : 0;
      before = now;
    }
  }
  /** Waits until the page says something. */
  async says(words: string, ms = PATIENCE_MS): Promise<void> {
    await this.until(() => this.text.includes(words), `"${words}"`, ms);
  }
  async until(condition: () => boolean, what: string, ms = PATIENCE_MS): Promise<void> {
    const end = Date.now() + ms;
    while (!condition()) {
      if (Date.now() > end) {
        throw new Error(`Waited ${ms} ms for ${what}. ${this.route} says: ${this.text}`);
      }
      await this.settle(15);
    }
  }
  /** The phone finds a network, or loses it. */
  network(isConnected: boolean): void {
    this.api.isOffline = !isConnected;
    for (const { api, options } of this.calls) {
      if (api === 'onNetworkStatusChange') {
        (options.listener as (change: object) => void)({ isConnected, networkType: 'wifi' });
      }
    }
  }
  /** The words of the last toast. */
  get toast(): string {
    return String(this.calls.filter(({ api }) => api === 'showToast').at(-1)?.options.title ?? '');
  }

  private run(file: string): unknown {
    const full = path.resolve(DIST, file);
    const known = this.modules.get(full);
    if (known) {
      return known.exports;
    }
    const module = { exports: {} as unknown };
    this.modules.set(full, module);
    const source = `(function(require,module,exports){${readFileSync(full, 'utf8')}\n})`;
    const factory = vm.runInContext(source, this.context, { filename: full }) as (
      ...parts: unknown[]
    ) => void;
    const require = (request: string) =>
      this.run(path.resolve(path.dirname(full), request.endsWith('.js') ? request : `${request}.js`));
    factory(require, module, module.exports);
    return module.exports;
  }

  private go(how: string, url: string): void {
    const { route, query } = split(url.replace(/^\//, ''));
    const previous = this.stack.at(-1);
    const kept = how === 'switchTab' ? this.stack.find((page) => page.route === route) : undefined;
    previous?.onHide?.();
    const page = kept ?? this.create(route);
    const leaving =
      how === 'navigateTo'
        ? []
        : how === 'redirectTo'
          ? this.stack.slice(-1)
          : this.stack.filter((each) => each !== kept);
    this.stack = [...this.stack.filter((each) => !leaving.includes(each) && each !== kept), page];
    for (const each of leaving) {
      each.onUnload?.();
    }
    if (!kept) {
      page.onLoad(query);
    }
    page.onShow?.();
    if (!kept) {
      page.onReady?.();
    }
  }

  private back(): void {
    this.stack.at(-1)?.onUnload?.();
    this.stack = this.stack.slice(0, -1);
    this.stack.at(-1)?.onShow?.();
  }

  private create(route: string): WxPage {
    if (!this.configs.has(route)) {
      this.loading = route;
      this.run(`${route}.js`);
    }
    const config = this.must(this.configs.get(route), `Page() of ${route}`);
    const page: WxPage = {
      ...config,
      route,
      data: structuredClone(config.data ?? {}) as Record<string, unknown>,
      setData: (patch, done) => {
        for (const [key, value] of Object.entries(patch)) {
          assign(page.data, key, value === undefined ? value : JSON.parse(JSON.stringify(value)));
        }
        setTimeout(() => done?.());
      },
    } as WxPage;
    return page;
  }

  private must<T>(found: T | undefined, what: string): T {
    if (found === undefined) {
      throw new Error(
        `Not found: ${what}. ${this.stack.at(-1)?.route} says: ${this.stack.length > 0 ? this.text : ''}`,
      );
    }
    return found;
  }
}

function split(url: string): { route: string; query: Record<string, string> } {
  const [route = '', search = ''] = url.split('?');
  // Not decoded: WeChat hands a query on as it came.
  const pairs = search.split('&').filter(Boolean);
  return {
    route,
    query: Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    ),
  };
}
