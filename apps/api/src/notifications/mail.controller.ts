import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right, SignedIn } from '../auth/permission.decorators';
import { PageQuery } from '../http/schema/page.query';
import { ReasonBody } from '../http/schema/reason.body';
import { MailService } from './mail.service';
import { DeadMailPage, MailWishesBody, MailWishesView } from './mail.view';

@ApiTags('notifications')
@Controller()
export class MailController {
  constructor(private readonly mails: MailService) {}

  @Get('me/mail')
  @SignedIn()
  @ApiOperation({ summary: 'What comes to me by mail, and when' })
  @ApiResponse({ status: 200, type: MailWishesView })
  readMailWishes(@CurrentActor() actor: Actor): Promise<MailWishesView> {
    return this.mails.wishes(actor);
  }

  @Put('me/mail')
  @SignedIn()
  @ApiOperation({ summary: 'Say what comes to me by mail, and when; what has not gone yet follows' })
  @ApiResponse({ status: 200, type: MailWishesView })
  changeMailWishes(@CurrentActor() actor: Actor, @Body() body: MailWishesBody): Promise<MailWishesView> {
    return this.mails.wish(actor, body);
  }

  @Get('dead-mails')
  @Right('requests.operate')
  @ApiOperation({ summary: 'Mails that could not be delivered, oldest first' })
  @ApiResponse({ status: 200, type: DeadMailPage })
  listDeadMails(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<DeadMailPage> {
    return this.mails.dead(actor, query);
  }

  @Post('dead-mails/:id/resend')
  @Right('requests.operate')
  @HttpCode(204)
  @ApiOperation({ summary: 'Put one back on its way, with a reason that stays on record; what is no longer so is left out' })
  @ApiResponse({ status: 204 })
  resendDeadMail(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReasonBody): Promise<void> {
    return this.mails.resend(actor, id, body.reason);
  }

  @Post('dead-mails/:id/drop')
  @Right('requests.operate')
  @HttpCode(204)
  @ApiOperation({ summary: 'Close one for good; the bell of its person keeps the notices' })
  @ApiResponse({ status: 204 })
  dropDeadMail(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.mails.drop(actor, id);
  }
}
