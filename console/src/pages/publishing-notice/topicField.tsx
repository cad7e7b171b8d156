import { AutoComplete } from 'antd';
import { client } from '../../api/session';
import { useLoad } from '../../hooks/useLoad';

/** What learners ask about most (manuals 003, 004), before a department has topics of its own. */
const COMMON_TOPICS = [
  '注册与审核',
  '登录与密码',
  '签到与考勤',
  '考试与评价',
  '学分查询',
  '人员调动',
  '证书与手册',
];

interface Props {
  value: string;
  disabled: boolean;
  onChange: (topic: string) => void;
}

/** The topic that a question stands under; offers those in use. */
export function TopicField({ value, disabled, onChange }: Props) {
  const faq = useLoad(() => client.notices.listNotices({ kind: 'faq', pageSize: 200 }), []);
  const used = (faq.data?.items ?? []).map(({ topic }) => topic).filter(Boolean);
  const topics = [...new Set([...used, ...COMMON_TOPICS])];
  return (
    <AutoComplete
      value={value}
      disabled={disabled}
      aria-label="分类"
      placeholder="例如 学分查询；读者按分类查找"
      options={topics.filter((topic) => topic.includes(value.trim())).map((topic) => ({ value: topic }))}
      onChange={(topic) => onChange(String(topic ?? '').slice(0, 20))}
    />
  );
}
