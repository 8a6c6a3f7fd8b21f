import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsUUID } from 'class-validator';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { PageQuery } from '../http/schema/page.query';
import { Optional } from '../http/schema/schema.decorators';
import { NotificationPage, UnreadView } from './notification.view';
import { NotificationsService } from './notifications.service';

class MarkReadBody {
  @Optional({ type: [String], format: 'uuid' }) @IsArray() @ArrayMaxSize(500) @IsUUID(undefined, { each: true }) ids?: string[];
  @Optional({ type: Boolean }) @IsBoolean() all?: boolean;
}

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'My notifications, newest first' })
  @ApiResponse({ status: 200, type: NotificationPage })
  listNotifications(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<NotificationPage> {
    return this.notifications.list(actor, query);
  }

  @Get('count')
  @SignedIn()
  @ApiOperation({ summary: 'How many are unread' })
  @ApiResponse({ status: 200, type: UnreadView })
  countNotifications(@CurrentActor() actor: Actor): Promise<UnreadView> {
    return this.notifications.count(actor);
  }

  @Post('read')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark some or all of mine as read' })
  @ApiResponse({ status: 200, type: UnreadView })
  markRead(@CurrentActor() actor: Actor, @Body() body: MarkReadBody): Promise<UnreadView> {
    return this.notifications.markRead(actor, body.all ? 'all' : (body.ids ?? []));
  }
}
