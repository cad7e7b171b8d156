import { Select } from 'antd';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { OperatorOnly } from '../../components/operatorOnly';
import { PageHeader } from '../../components/pageHeader';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { AccountCard } from './accountCard';
import { FiguresCard } from './figuresCard';
import './accounts.css';

const DAYS = [7, 30, 90];

/** 公众号: the configured accounts, and how they are used. */
export default function AccountsPage() {
  const [{ days: asked }, setAddress] = useAddress({ days: 7 });
  const days = DAYS.includes(asked) ? asked : 7;
  const accounts = useLoad(() => client.officialAccounts.listOfficialAccounts({}), []);
  return (
    <>
      <PageHeader
        title="公众号"
        note="本系统接入的微信公众号。名称、密钥和服务地区在服务器的配置中，这里只能查看。"
      />
      <OperatorOnly load={accounts}>
        <Loaded load={accounts}>
          {({ items }) => (
            <div className="accounts">
              {items.map((account) => (
                <AccountCard key={account.account} account={account} />
              ))}
            </div>
          )}
        </Loaded>
        <FiguresCard
          days={days}
          choice={
            <Select
              aria-label="时间"
              value={days}
              options={DAYS.map((value) => ({ value, label: `最近${value}天` }))}
              onChange={(value) => setAddress({ days: value })}
            />
          }
        />
      </OperatorOnly>
    </>
  );
}
