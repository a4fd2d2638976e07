package stemma.signatures.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Asking;
import stemma.shell.SittingEnd;
import stemma.signatures.Signatures;

/** Gives the frame of every page the sitting of who looks at it. */
@Configuration(proxyBeanMethods = false)
class SignaturesWeb {

    @Bean
    SittingEnd sittingEnd(Asking asking, Signatures signatures) {
        return () -> asking.caller().flatMap(signatures.sittings()::until);
    }
}
