import type { MessageRow } from '@common/contract/messages';
import { MESSAGE_KINDS } from '@common/terms';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { StatusTag } from '@/components/status-tag/statusTag';
import { UnreadDot } from '@/components/unread/unread';
import { tell } from '@/services/feedback';
import { openAddress } from '@/services/navigate';
import { clock } from '@/services/words';

interface MessageCardProps {
  message: MessageRow;
  onRead: () => void;
}

/** What the learner was told; a tap reads it and opens what it is about. */
export function MessageCard({ message, onRead }: MessageCardProps) {
  const { id, kind, title, lines, page, at, isRead } = message;
  const openIt = async () => {
    if (!isRead) {
      onRead();
    }
    if (page && !(await openAddress(page))) {
      tell('请关闭后重新打开本程序，更新后再查看');
    }
  };
  return (
    <Pressable id={`message-${id}`} className="card message" onPress={openIt}>
      <View className="message__head">
        <StatusTag tone="plain">{MESSAGE_KINDS[kind]}</StatusTag>
        <View className="grow" />
        <View className="t-small t-number">{clock(at)}</View>
        {isRead ? null : <UnreadDot />}
      </View>
      <View className={isRead ? 'message__title' : 'message__title message__title--unread'}>{title}</View>
      {lines.map((line, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never move, and two may be alike
        <View key={n} className="message__line">
          {line}
        </View>
      ))}
      {page ? (
        <View className="message__more">
          <View className="grow">查看详情</View>
          <Icon name="chevron" size={18} color={theme.color.inkFaint} />
        </View>
      ) : null}
    </Pressable>
  );
}
