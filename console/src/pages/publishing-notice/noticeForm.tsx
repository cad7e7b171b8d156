import type { NoticeKind } from '@common/terms';
import { Checkbox, Input, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { usePermission } from '../../hooks/usePermission';
import { Attachments } from './attachments';
import { TopicField } from './topicField';
import type { NoticeEditing } from './useNoticeDraft';

const RichEditor = lazy(() => import('../../components/rich-text/richEditor'));

interface Props {
  kind: NoticeKind;
  editing: NoticeEditing;
  /** Changes when the text has to be read anew from the draft. */
  round: number;
}

/** What is written: title, text, attachments, and how it stands in the list. */
export function NoticeForm({ kind, editing, round }: Props) {
  const { draft, change, notice } = editing;
  const isReadOnly = usePermission('publish') !== null;
  const isFaq = kind === 'faq';
  return (
    <section className="card pad notice-form">
      <div className="notice-form__field">
        <label htmlFor="notice-title">{isFaq ? '问题' : '标题'}</label>
        <Input
          id="notice-title"
          size="large"
          maxLength={100}
          showCount
          disabled={isReadOnly}
          value={draft.title}
          placeholder={
            isFaq ? '例如 为什么查不到学分？' : '例如 关于做好2026年度继续医学教育学分审核工作的通知'
          }
          onChange={(event) => change({ title: event.target.value })}
        />
      </div>
      {isFaq && (
        <div className="notice-form__field">
          <span className="notice-form__label">分类</span>
          <TopicField value={draft.topic} disabled={isReadOnly} onChange={(topic) => change({ topic })} />
        </div>
      )}
      <div className="notice-form__field">
        <span className="notice-form__label">{isFaq ? '回答' : '正文'}</span>
        <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
          <RichEditor
            key={round}
            label={isFaq ? '回答' : '正文'}
            html={draft.html}
            disabled={isReadOnly}
            onChange={(html) => change({ html })}
          />
        </Suspense>
        <p className="field-note">
          从Word粘贴时，字体、颜色和图片会去掉，标题、列表和表格保留；图片请作为附件上传。
        </p>
      </div>
      <div className="notice-form__field">
        <span className="notice-form__label">附件</span>
        <Attachments
          notice={notice}
          hasTitle={draft.title.trim() !== ''}
          keep={editing.keep}
          onChange={editing.take}
        />
      </div>
      <div className="notice-form__field notice-form__marks">
        {!isFaq && (
          <Checkbox
            checked={draft.isImportant}
            disabled={isReadOnly}
            onChange={({ target }) => change({ isImportant: target.checked })}
          >
            重要<span className="faint">，标题旁有“重要”标记</span>
          </Checkbox>
        )}
        <Checkbox
          checked={draft.isPinned}
          disabled={isReadOnly}
          onChange={({ target }) => change({ isPinned: target.checked })}
        >
          置顶<span className="faint">，排在最前面</span>
        </Checkbox>
      </div>
    </section>
  );
}
