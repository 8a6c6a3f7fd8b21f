import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { MailController } from './mail.controller';
import { MailService } from './mail.service';
import { NotificationsController } from './notifications.controller';
import { NotificationsService } from './notifications.service';

@Module({ imports: [PeopleModule], controllers: [NotificationsController, MailController], providers: [NotificationsService, MailService] })
export class NotificationsModule {}
