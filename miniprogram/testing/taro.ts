/** Stand-in for @tarojs/taro: storage is real, everything else is a jest.fn(). `resetTaro` before each test. */
import { useEffect, useRef } from 'react';

interface Route {
  params: Record<string, string>;
}

const store = new Map<string, unknown>();
const shown = new Set<() => void>();
const route: Route = { params: {} };
let stack: { route: string }[] = [{ route: 'pages/home/index' }];

/** What the person picks out of the album. */
export const picked = jest.fn(async (): Promise<object> => ({ tempFiles: [] }));
export const video = { play: jest.fn(), pause: jest.fn(), exitFullScreen: jest.fn() };
const done = () => jest.fn(async (_options?: object) => ({}));
const taro = {
  request: jest.fn(),
  onNetworkStatusChange: jest.fn(),
  login: jest.fn(async () => ({ code: 'wx-code' })),
  scanCode: jest.fn(),
  /** With callbacks, as WeChat's own; a test says what `picked` answers. */
  chooseMedia: jest.fn((options: { success(result: object): void; fail(failure: object): void }) =>
    picked().then(options.success, options.fail),
  ),
  uploadFile: jest.fn(),
  downloadFile: jest.fn(),
  openDocument: done(),
  getFileSystemManager: () => ({ readFileSync: jest.fn(() => ''), writeFileSync: jest.fn() }),
  nextTick: (next: () => void) => next(),
  showToast: done(),
  showModal: jest.fn(async ({ confirmText = '', cancelText = '' }: Record<string, string>) => {
    // WeChat refuses longer ones, and nobody is asked.
    if (confirmText.length > 4 || cancelText.length > 4) {
      throw new Error(`showModal: a button has four characters at most: ${confirmText} ${cancelText}`);
    }
    return { confirm: true };
  }),
  switchTab: done(),
  navigateTo: done(),
  redirectTo: done(),
  reLaunch: done(),
  navigateBack: done(),
  pageScrollTo: done(),
  stopPullDownRefresh: done(),
  vibrateLong: done(),
  getLocation: jest.fn(),
  startFacialRecognitionVerify: jest.fn(),
  openSetting: done(),
  /** What the person has allowed. */
  getSetting: jest.fn(async () => ({ authSetting: {} as Record<string, boolean> })),
  openLocation: done(),
  requestSubscribeMessage: done(),
  addPhoneCalendar: done(),
  makePhoneCall: done(),
  previewImage: done(),
  setNavigationBarColor: done(),
  setClipboardData: done(),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  /** One player for all: a test looks at its calls. */
  createVideoContext: jest.fn(() => video),
  getCurrentPages: () => stack,
  getEnterOptionsSync: () => ({ scene: 1011 }),
  getLaunchOptionsSync: () => ({ scene: 1011 }),
  getAppBaseInfo: () => ({ fontSizeScaleFactor: 1 }),
  getStorageSync: (key: string) => store.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void store.set(key, JSON.parse(JSON.stringify(value))),
  removeStorageSync: (key: string) => void store.delete(key),
};

/** Empties the storage and every memory of calls. */
export function resetTaro(): void {
  store.clear();
  route.params = {};
  stack = [{ route: 'pages/home/index' }];
  picked.mockReset();
  for (const value of Object.values(taro)) {
    if (jest.isMockFunction(value)) {
      value.mockClear();
    }
  }
}
/** The address that the page under test was opened with, and the pages below it. */
export function openedWith(params: Record<string, string>, pages: string[] = ['pages/home/index']): void {
  route.params = params;
  stack = pages.map((each) => ({ route: each }));
}
/** The page is shown again. */
export function showAgain(): void {
  for (const listener of shown) {
    listener();
  }
}

export function useDidShow(listener: () => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const call = () => latest.current();
    call();
    shown.add(call);
    return () => void shown.delete(call);
  }, []);
}
const hidden = new Set<() => void>();
/** The page is left, or the whole app. */
export function hide(): void {
  for (const listener of hidden) {
    listener();
  }
}
const pulled = new Set<() => void>();
/** The page is pulled down. */
export function pullDown(): void {
  for (const listener of pulled) {
    listener();
  }
}
function useListener(listeners: Set<() => void>, listener: () => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const call = () => latest.current();
    listeners.add(call);
    return () => void listeners.delete(call);
  }, [listeners]);
}
export const useDidHide = (listener: () => void): void => useListener(hidden, listener);
export const usePullDownRefresh = (listener: () => void): void => useListener(pulled, listener);
const ended = new Set<() => void>();
/** The page is scrolled to its end. */
export function reachBottom(): void {
  for (const listener of ended) {
    listener();
  }
}
export const useReachBottom = (listener: () => void): void => useListener(ended, listener);
/** What the page last said that is to be shared. */
export const shared: { answer: () => object } = { answer: () => ({}) };
export function useShareAppMessage(answer: () => object): void {
  shared.answer = answer;
}
export const useLaunch = (listener: () => void): void => useEffect(listener, [listener]);
export const useRouter = (): Route => route;
export default taro;
