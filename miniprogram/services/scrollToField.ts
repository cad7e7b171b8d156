import Taro from '@tarojs/taro';

/**
 * Brings a field into sight once it is drawn.
 * @param field Its name: the element is `#field-NAME`.
 * @param above What stays free above it, px.
 */
export function scrollToField(field: string, above = 80): void {
  const to = { selector: `#field-${field}`, offsetTop: -above, duration: 200 };
  Taro.nextTick(() => void Taro.pageScrollTo(to).catch(() => undefined));
}
