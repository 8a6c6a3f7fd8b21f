import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right } from '../auth/permission.decorators';
import { CommandPress, type Press } from '../http/press/command-headers';
import { BulkAnswer } from '../tasks/bulk/bulk.view';
import { PaidBody } from './dto/payment.body';
import { PaymentsQuery, VouchersQuery } from './dto/payment.query';
import { PaymentCounts, PaymentPage, VoucherPage } from './dto/payment.view';
import { PayingService } from './paying.service';
import { PaymentsService } from './payments.service';

/** What was approved and is to be paid, and what was paid. */
@ApiTags('payments')
@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly payments: PaymentsService,
    private readonly paying: PayingService,
  ) {}

  @Get()
  @Right('payments.read')
  @ApiOperation({ summary: 'Payments: to be made, made, or sent back' })
  @ApiResponse({ status: 200, type: PaymentPage })
  listPayments(@CurrentActor() actor: Actor, @Query() query: PaymentsQuery): Promise<PaymentPage> {
    return this.payments.list(actor, query);
  }

  @Get('counts')
  @Right('payments.read')
  @ApiOperation({ summary: 'How many payments there are to be made, and were made or sent back lately' })
  @ApiResponse({ status: 200, type: PaymentCounts })
  countPayments(@CurrentActor() actor: Actor): Promise<PaymentCounts> {
    return this.payments.counts(actor);
  }

  @Get('vouchers')
  @Right('payments.read')
  @ApiOperation({ summary: 'Payments that were made as they are booked, each on both sides' })
  @ApiResponse({ status: 200, type: VoucherPage })
  listVouchers(@CurrentActor() actor: Actor, @Query() query: VouchersQuery): Promise<VoucherPage> {
    return this.payments.vouchers(actor, query);
  }

  @Post()
  @Right('payments.read')
  @HttpCode(200)
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'One per press, at most 160 signs: repeating it pays nothing twice and goes on with what was not begun.',
  })
  @ApiOperation({ summary: 'Say that payments were made, each by its slip; whether the caller may is decided for each by itself' })
  @ApiResponse({ status: 200, type: BulkAnswer })
  payMany(@CurrentActor() actor: Actor, @CommandPress() press: Press, @Body() body: PaidBody): Promise<BulkAnswer> {
    return this.paying.pay(actor, press, body);
  }
}
