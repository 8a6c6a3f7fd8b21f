import { DeadLettersService } from '../../commands/dead-letters.service';
import type { DeadLetterItem } from '../../commands/dead-letter.view';
import { PageQuery } from '../../http/schema/page.query';
import { MailService } from '../../notifications/mail.service';
import type { DeadMailItem } from '../../notifications/mail.view';
import type { NotificationItem } from '../../notifications/notification.view';
import { NotificationsService } from '../../notifications/notifications.service';
import { DeadEffectsService } from '../../track/dead-effects.service';
import type { DeadEffectItem } from '../../track/dto/engine.view';
import { exportedList, moneyColumn, textColumn, timeColumn, wholeColumn } from '../exported-list';

/** What could not be delivered to the run of its request. */
export const deadLettersList = exportedList<DeadLettersService, PageQuery, DeadLetterItem>({
  title: { zh: '未送达的操作', en: 'Undelivered actions' },
  service: DeadLettersService,
  query: PageQuery,
  right: 'requests.operate',
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(['操作', 'Action'], ({ label }, words) => words(label)),
    textColumn(['谁', 'By'], ({ person }, words) => words(person.name)),
    textColumn(['单号', 'Number'], ({ number }) => number),
    textColumn(['流程', 'Process'], ({ definitionTitle }, words) => words(definitionTitle)),
    textColumn(['原因', 'Why'], ({ why }, words) => words(why)),
    textColumn(['技术详情', 'Detail'], ({ detail }) => detail),
    wholeColumn(['发送次数', 'Attempts'], ({ attempts }) => attempts),
    timeColumn(['提出时间', 'Asked'], ({ sentAt }) => sentAt),
    timeColumn(['停止发送', 'Set aside'], ({ since }) => since),
  ],
});

export const deadEffectsList = exportedList<DeadEffectsService, PageQuery, DeadEffectItem>({
  title: { zh: '已放弃的后续动作', en: 'Effects that were given up' },
  service: DeadEffectsService,
  query: PageQuery,
  right: 'requests.operate',
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(['后续动作', 'Effect'], ({ what }, words) => words(what)),
    textColumn(['单号', 'Number'], ({ number }) => number),
    textColumn(['流程', 'Process'], ({ definitionTitle }, words) => words(definitionTitle)),
    textColumn(['步骤', 'Step'], ({ step }, words) => words(step)),
    textColumn(['技术详情', 'Detail'], ({ detail }) => detail),
    wholeColumn(['尝试次数', 'Attempts'], ({ attempts }) => attempts),
    timeColumn(['提出时间', 'Asked'], ({ at }) => at),
    timeColumn(['放弃时间', 'Given up'], ({ since }) => since),
  ],
});

export const deadMailsList = exportedList<MailService, PageQuery, DeadMailItem>({
  title: { zh: '未送达的邮件', en: 'Undelivered e-mail' },
  service: MailService,
  query: PageQuery,
  right: 'requests.operate',
  page: (service, actor, query) => service.dead(actor, query),
  columns: [
    textColumn(['收件人', 'To'], ({ person }, words) => words(person.name)),
    wholeColumn(['消息数', 'Messages'], ({ notices }) => notices),
    wholeColumn(['发送次数', 'Attempts'], ({ attempts }) => attempts),
    textColumn(['技术详情', 'Detail'], ({ detail }) => detail),
    timeColumn(['生成时间', 'Made'], ({ createdAt }) => createdAt),
    timeColumn(['停止发送', 'Set aside'], ({ since }) => since),
  ],
});

export const notificationsList = exportedList<NotificationsService, PageQuery, NotificationItem>({
  title: { zh: '消息', en: 'Messages' },
  service: NotificationsService,
  query: PageQuery,
  right: null,
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    timeColumn(['时间', 'Time'], ({ createdAt }) => createdAt),
    textColumn(['消息', 'Message'], ({ title }, words) => words(title)),
    textColumn(['单号', 'Number'], ({ number }) => number),
    moneyColumn(['金额', 'Amount'], ({ amount }) => amount),
    timeColumn(['已读', 'Read'], ({ readAt }) => readAt),
  ],
});
