import { Link } from 'react-router';
import { EmptyState } from '../../components/states';
import { useTitle } from '../../hooks/useTitle';

/** An address that leads nowhere, or to a page of another kind of account. */
export default function NotFoundPage() {
  useTitle('没有这个页面');
  return (
    <section className="card">
      <EmptyState
        title="没有找到这个页面"
        hint="地址可能已经变更，或当前账号不能使用此功能"
        action={<Link to="/">回到工作台</Link>}
      />
    </section>
  );
}
