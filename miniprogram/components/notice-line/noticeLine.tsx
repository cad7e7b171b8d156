import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { UnreadDot } from '@/components/unread/unread';
import { open } from '@/services/navigate';
import type { ReadableNotice } from '@/services/notices';
import { shortDate } from '@/services/words';
import './noticeLine.scss';

interface NoticeLineProps {
  notice: ReadableNotice;
  /** With its first words. */
  isFull?: boolean;
  /** As soon as it is opened: it is read then. */
  onOpen?: (id: string) => void;
}

/** A 通知 or a 常见问题 in a list; a tap opens it. */
export function NoticeLine({ notice, isFull, onOpen }: NoticeLineProps) {
  const { id, kind, title, summary, authorityName, publishedAt } = notice;
  const openIt = () => {
    onOpen?.(id);
    return open('notice', { noticeId: id });
  };
  return (
    <Pressable id={`notice-${id}`} className="notice-line" onPress={openIt} role="link">
      <View className="grow">
        <View className="notice-line__title">
          {notice.isPinned ? <View className="notice-line__mark">置顶</View> : null}
          {notice.isImportant ? (
            <View className="notice-line__mark notice-line__mark--important">重要</View>
          ) : null}
          {title}
        </View>
        {isFull && summary ? <View className="notice-line__summary">{summary}</View> : null}
        <View className="notice-line__from">
          {[authorityName, kind === 'notice' && publishedAt ? shortDate(publishedAt) : null]
            .filter(Boolean)
            .join(' · ')}
          {notice.hasAttachments ? ' · 有附件' : ''}
        </View>
      </View>
      {notice.kind === 'notice' && notice.isRead === false ? <UnreadDot /> : null}
      <Icon name="chevron" size={18} color={theme.color.inkFaint} />
    </Pressable>
  );
}
