import type { Notice } from '@common/contract/notices';
import { RichText, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/statusTag';
import { shortDate } from '@/services/words';
import { linksOf, styledHtml, type TextLink } from '../services/richText';

/** Title, who published it and when, and the text. */
export function TextCard({ notice }: { notice: Notice }) {
  const { title, topic, html, authorityName, isImportant, publishedAt } = notice;
  const links = process.env.TARO_ENV === 'weapp' ? linksOf(html) : [];
  return (
    <Card>
      {isImportant ? <StatusTag tone="plain">重要</StatusTag> : null}
      <View className="notice-text__title">{title}</View>
      <View className="t-small">
        {[topic, authorityName, publishedAt && shortDate(publishedAt)].filter(Boolean).join(' · ')}
      </View>
      <View className="notice-text">
        <RichText nodes={styledHtml(html)} userSelect />
      </View>
      {links.map((link, n) => (
        <LinkLine key={link.href} id={`link-${n}`} link={link} />
      ))}
    </Card>
  );
}

/** WeChat opens no link of a text: it can be copied and opened in a browser. */
function LinkLine({ id, link: { href, words } }: { id: string; link: TextLink }) {
  return (
    <View className="notice-link">
      <View className="grow">
        <View className="t-body">{words}</View>
        {words === href ? null : <View className="notice-link__address">{href}</View>}
      </View>
      <Button
        id={id}
        kind="secondary"
        size="small"
        inline
        onPress={() => Taro.setClipboardData({ data: href })}
      >
        复制链接
      </Button>
    </View>
  );
}
