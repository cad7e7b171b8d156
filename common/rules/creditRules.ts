/** 授分设置: how credits are granted and reviewed. */
import type { CreditRules } from '../contract/creditRules';

/**
 * Where no authority sets another: two weeks each for the unit and the authority (manual 002 §2.2, §3); a lecturer of class I gets
 * 2学分 an hour, others 1 (继续医学教育学分授予与管理办法, 全继委发〔2006〕11号: 主讲人每小时授予2学分; 每个项目不超过10学分).
 */
export const CREDIT_RULES: CreditRules = {
  isReportRequired: false,
  grantDays: 14,
  reviewDays: 14,
  lecturerMinutesPerCredit: { classI: 30, classII: 60, other: 60 },
  lecturerCreditsMost: 1000,
};
